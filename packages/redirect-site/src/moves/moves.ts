import { type Journal as MigrationJournal, openDelete } from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import type { Declaration, TakeOver } from '../declaration';
import type { Move, SiteJournal } from '../journal';

export const hostsOfMove = ({ journal }: Move): readonly string[] => journal.migration.aliases;

/** The names are there, and the journal is kept for the way back alone. */
export const isDone = ({ journal }: Move): boolean => journal.phase === 'DONE';

/** On the way back, because the site goes or takes the hosts over no more. */
export const isGoingBack = ({ journal }: Move): boolean => journal.deleting;

/** The one that is driven now: one after the other, as distributions deploy one change after the other. */
export const moveUnderWay = ({ phase, moves }: SiteJournal): Move | undefined =>
  moves.find((move) => !isDone(move) && (phase === 'TAKING_OVER' || isGoingBack(move)));

/** The declared `TakeOver` that speaks of the host, of those of the distribution. */
export const takeOverOf = (
  { TakeOver: all = [] }: Declaration,
  host: string,
  distributionId: string,
): TakeOver | undefined =>
  all.find(
    ({ Hosts, DistributionId }) =>
      (Hosts ?? [host]).includes(host) && (DistributionId ?? distributionId) === distributionId,
  );

/** The move begins its way back; undefined where it has changed nothing. */
export function turned({ journal }: Move, now: Instant): MigrationJournal | undefined {
  const opening = openDelete(journal.migrationId, false, now)(journal);
  return opening.kind === 'go' ? opening.journal : undefined;
}

/** Some of its hosts as a move of their own: the others stay. Of a finished one only. */
export function divided(
  move: Move,
  hosts: readonly string[],
  migrationId: string,
): { readonly part: Move; readonly rest: Move } {
  const isPart = (host: string): boolean => hosts.includes(host);
  return {
    part: { ...move, journal: { ...withOnly(move.journal, isPart), migrationId } },
    rest: { ...move, journal: withOnly(move.journal, (host) => !isPart(host)) },
  };
}

function withOnly(journal: MigrationJournal, isKept: (host: string) => boolean): MigrationJournal {
  const { migration, before } = journal;
  return {
    ...journal,
    migration: { ...migration, aliases: migration.aliases.filter(isKept) },
    before: before && { ...before, records: before.records.filter(({ name }) => isKept(name)) },
  };
}

/** The journal with another state of one of its moves; undefined: it is over. */
export const withMove = (
  { moves }: Pick<SiteJournal, 'moves'>,
  { journal: { migrationId } }: Move,
  change: Partial<Move> | undefined,
): Pick<SiteJournal, 'moves'> => ({
  moves: moves.flatMap((each) => {
    if (each.journal.migrationId !== migrationId) return [each];
    return change === undefined ? [] : [{ ...each, ...change }];
  }),
});
