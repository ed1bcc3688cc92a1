import type { Instant } from '@cutover/ground';
import type { Journal } from '../journal';
import { freshJournal } from '../journal';
import type { Migration } from '../migration';
import { enumerate } from '../names';
import { bare, type Course, type Leg } from './course';

/** What an update to `whole` has to move, in order. Empty: nothing, for names with KEEP stay where they are. */
export function legsOf({ migration: was }: Journal, whole: Migration): Leg[] {
  const added = whole.aliases.filter((alias) => !was.aliases.includes(alias));
  const removed = was.aliases.filter((alias) => !whole.aliases.includes(alias));
  const kept = was.aliases.filter((alias) => whole.aliases.includes(alias));
  const isElsewhere = was.target.distributionId !== whole.target.distributionId;
  const legs: Leg[] = [
    ...(isElsewhere ? [moveOf(betweenTargets(was, whole), kept)] : []),
    moveOf(whole, added),
    ...(whole.deletionBehavior === 'RESTORE_SOURCE' ? [some('return', was, removed)] : []),
  ];
  return legs.filter(({ migration }) => migration.aliases.length > 0);
}

/** A leg that fails goes back, whatever OnFailure says; and an update cannot end waiting for another one. */
export function moveOf({ onFailure: _, ...whole }: Migration, aliases: readonly string[]): Leg {
  const { externalDns } = whole;
  const waiting = externalDns && { externalDns: { ...externalDns, wait: 'IN_STACK' as const } };
  return some('move', { ...whole, ...waiting }, aliases);
}

/** Both are in the stack's account, where CloudFront moves a name in one step. */
function betweenTargets(was: Migration, whole: Migration): Migration {
  const { cutoverOrder: _, wildcard: __, ...rest } = whole;
  const source = { distributionId: was.target.distributionId, accountId: whole.accountId };
  return { ...rest, source, strategy: 'ATOMIC' };
}

const some = (kind: Leg['kind'], migration: Migration, aliases: readonly string[]): Leg => ({
  kind,
  migration: {
    ...migration,
    aliases,
    waves: migration.waves
      ?.map((wave) => wave.filter((alias) => aliases.includes(alias)))
      .filter((wave) => wave.length > 0),
  },
});

/** The journal with its next leg before it. */
export function begun(journal: Journal, { kind, migration }: Leg, course: Course, now: Instant): Journal {
  const { migrationId, declared, revision, startedAt, deleting } = journal;
  const same = { declared, revision, startedAt, deleting, course: { ...course, leg: kind } };
  if (kind === 'move') return { ...freshJournal(migrationId, migration, declared, now), ...same };
  const { from } = course;
  return {
    ...bare(from),
    ...same,
    migration,
    before: from.before && {
      ...from.before,
      records: from.before.records.filter(({ name }) => migration.aliases.includes(name)),
    },
    ...homeward(`${enumerate(migration.aliases)} is no longer in Aliases.`, now),
  };
}

/** On the way home, to the source, as a delete with RESTORE_SOURCE takes it. */
export const homeward = (message: string, now: Instant) =>
  ({
    phase: 'RETURNING',
    phaseSince: now,
    passes: 0,
    trouble: undefined,
    because: { code: 'NotStabilized', message, at: now },
  }) as const satisfies Partial<Journal>;
