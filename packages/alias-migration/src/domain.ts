import {
  type Domain,
  deadlineOf,
  type JournalStore,
  journalStoreOf,
  type ParameterPort,
  withTrouble,
} from '@cutover/handler-kit';
import type { Action, Journal } from './journal';
import type { Migration } from './migration';
import { observe } from './observe';
import type { Observed } from './observed';
import { perform } from './perform';
import { dueAt, plan } from './plan';
import type { Ports } from './port';
import { courseOf } from './update';

export const JOURNAL_ROOT = '/cutover/alias-migration/journal';

export const migrationJournals = (parameters: ParameterPort): JournalStore<Journal> =>
  journalStoreOf<Journal>(parameters, JOURNAL_ROOT);

/**
 * The alias migration as handler-kit takes turns with it.
 * @param portsFor the ports as the roles of the migration see the world; asked for in every step, so keep them.
 */
export const migrationDomain = (
  portsFor: (migration: Migration) => Ports,
  store: JournalStore<Journal>,
): Domain<Observed, Journal, Action> => ({
  observe: (journal) => observe(portsFor(journal.migration), store, journal),
  plan,
  perform: (action, journal) => perform(portsFor(journal.migration), store, action, journal),
  absorb: withTrouble,
  isUntouched: (journal) => !journal.touched && (courseOf(journal)?.passed ?? []).length === 0,
  earlier: (journal) => journal.earlier ?? courseOf(journal)?.from,
  deadlineAt: deadlineOf,
  dueAt,
});
