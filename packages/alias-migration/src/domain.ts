import { type Instant, minutesToMs } from '@cutover/ground';
import {
  type Domain,
  type Failure,
  type JournalStore,
  journalStoreOf,
  type ParameterPort,
} from '@cutover/handler-kit';
import type { Action, Journal } from './journal';
import type { Migration } from './migration';
import { observe } from './observe';
import type { Observed } from './observed';
import { perform } from './perform';
import { plan } from './plan';
import type { Ports } from './port';

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
  absorb,
  isUntouched: (journal) => !journal.touched,
  earlier: (journal) => journal.earlier,
  deadlineAt: (journal) => journal.startedAt + minutesToMs(RUN_MINUTES_MAX),
});

/** CloudFormation waits 36 hours for a handler (timeoutInMinutes 2160 in the schema); we end before it does. */
const RUN_MINUTES_MAX = 35 * 60;

function absorb(journal: Journal, failure: Failure, action: Action | undefined, now: Instant): Journal {
  const kind = action?.kind ?? 'look';
  const same =
    journal.trouble?.action === kind && journal.trouble.failure === failure.failure
      ? journal.trouble
      : undefined;
  const trouble = {
    action: kind,
    failure: failure.failure,
    disposition: failure.disposition,
    code: failure.code,
    message: failure.message,
    times: (same?.times ?? 0) + 1,
    since: same?.since ?? now,
  } as const;
  return { ...journal, trouble };
}
