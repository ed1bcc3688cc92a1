import type { Instant } from '@cutover/ground';
import { isUnheard, type Opening } from '@cutover/handler-kit';
import { type Finding, findInDeclaration, sentenceOf } from './checks';
import { beginDeletion, farewell } from './deletion';
import { freshJournal, type Journal } from './journal';
import type { Migration } from './migration';
import { isSame } from './same';
import { resumptionOf, roadOf } from './strategies';
import { bare, courseOf, rolledBack, setOut } from './update';

/** What a request wants, beside the stored journal. */
export interface Wish {
  readonly migrationId: string;
  readonly migration: Migration;
  readonly declared: Journal['declared'];
  readonly now: Instant;
  /** The revision of the journal that an earlier turn of the same request was answered with; 0 at the first. */
  readonly seenRevision?: number;
}

/** @param earlier what an update begins from; the resource is still that when the update is refused. */
const begin = ({ migrationId, migration, declared, now }: Wish, earlier?: Journal): Opening<Journal> => {
  const fresh = freshJournal(migrationId, migration, declared, now);
  return goOn(earlier ? { ...fresh, revision: earlier.revision, earlier, begunFrom: bare(earlier) } : fresh);
};

/** With a new declaration, only where it is sound by itself. */
const goOn = (journal: Journal): Opening<Journal> => {
  const finding = findInDeclaration(journal.migration);
  return finding ? unsound(finding) : { kind: 'go', journal };
};

const unsound = (finding: Finding): Opening<Journal> => ({
  kind: 'refuse',
  code: 'InvalidRequest',
  message: `Nothing was changed. ${sentenceOf(finding)}`,
});

/** The same client token finds the journal that it began, and goes on from there: a replay never moves twice. */
export const openCreate =
  (wish: Wish) =>
  (stored: Journal | undefined): Opening<Journal> =>
    stored ? { kind: 'go', journal: stored } : begin(wish);

/** Other Aliases and another Target are moved by an update; of all else, only what is remembered for later may change. */
export const openUpdate =
  (asked: Wish) =>
  (stored: Journal | undefined): Opening<Journal> => {
    if (!stored || stored.deleting)
      return { kind: 'refuse', code: 'NotFound', message: `There is no migration ${asked.migrationId}.` };
    const wish = { ...asked, migration: withSourceFound(asked.migration, stored) };
    const back = rolledBack(stored, wish);
    if (back) return { kind: 'go', journal: back };
    if (isAsDeclared(stored, wish)) return { kind: 'go', journal: stored };
    if (courseOf(stored)) return notUpdatable(stored, wish);
    if (isUnheard(stored, wish.seenRevision ?? 0)) {
      if (stored.refused) return { kind: 'refuse', ...stored.refused };
      if (isSame(stored.declared, wish.declared)) return { kind: 'go', journal: stored };
    }
    // An update that was cancelled in its preflight is rolled back by another update.
    const journal = stored.earlier ? { ...stored.earlier, revision: stored.revision } : stored;
    if (isAsDeclared(journal, wish)) return { kind: 'go', journal };
    if (journal.phase === 'HALTED' && isSame(whatMoved(wish.migration), whatMoved(journal.migration)))
      return goOn(resumed(journal, wish));
    if (journal.phase === 'AWAITING_DNS') return goOnWaiting(journal, wish);
    if (journal.phase === 'PLANNED' || journal.phase === 'RESTORED') return begin(wish, journal);
    const { migration, declared } = wish;
    if (journal.phase === 'DONE' && isSame(whatMoved(migration), whatMoved(journal.migration)))
      return goOn({ ...journal, migration, declared, course: undefined });
    const onItsWay = setOut(journal, wish);
    if (!onItsWay) return notUpdatable(stored, wish);
    return 'phase' in onItsWay ? { kind: 'go', journal: onItsWay } : unsound(onItsWay);
  };

/** A source that is not declared was found once, and is the same as long as names of it are on the target. */
function withSourceFound(migration: Migration, { phase, migration: { source } }: Journal): Migration {
  const isFound = source.isSought && ['DONE', 'HALTED'].includes(phase);
  return migration.source.isSought && isFound ? { ...migration, source } : migration;
}

const notUpdatable = ({ phase }: Journal, { migrationId }: Wish): Opening<Journal> => ({
  kind: 'refuse',
  code: 'NotUpdatable',
  message: `Nothing was changed. Migration ${migrationId} is ${phase}, and of a finished one only Aliases, Target, Verification and DeletionBehavior can be updated (with the first two, Strategy, CutoverOrder, Wildcard and Waves too). For all else declare another migration; to move back, delete this one with DeletionBehavior RESTORE_SOURCE.`,
});

/** Any update goes on, from the preflight. A semaphore that is set for other names would be left behind. */
function goOnWaiting(journal: Journal, wish: Wish): Opening<Journal> {
  const { aliases, externalDns } = wish.migration;
  const placed = ({ aliases, externalDns }: Pick<Migration, 'aliases' | 'externalDns'>) => ({
    aliases,
    semaphore: externalDns?.semaphore,
  });
  const isMoved = !isSame(placed({ aliases, externalDns }), placed(journal.migration));
  if (journal.before?.semaphoreZone && isMoved)
    return {
      kind: 'refuse',
      code: 'NotUpdatable',
      message: `Nothing was changed. Aliases, Dns.Semaphore: the semaphore of migration ${wish.migrationId} is set for what was declared. Delete the resource, which takes it away, and declare another.`,
    };
  const opening = begin(wish, journal);
  return opening.kind === 'go' ? { ...opening, journal: { ...opening.journal, isResumed: true } } : opening;
}

/** A halted run goes on where it stopped, with its time anew; the locks were given up meanwhile. */
function resumed(journal: Journal, { migration, declared, now }: Wish): Journal {
  const { before, resumeAt: stopped, because: _, ...rest } = journal;
  const resumeAt = before && stopped && resumptionOf(roadOf(migration, before.strategy), stopped);
  const anew = { phase: 'LOCKING', phaseSince: now, startedAt: now, passes: 0 } as const;
  return { ...rest, before, migration, declared, ...anew, resumeAt };
}

/** A run that went back, or stopped, is not what was declared: the same declaration tries again. */
const isAsDeclared = (journal: Journal, wish: Wish): boolean =>
  !['HALTED', 'RESTORED'].includes(journal.phase) && isSame(journal.declared, wish.declared);

const whatMoved = ({ aliases, target, source, strategy, dns, waves, planOnly, ...wishes }: Migration) => ({
  aliases,
  target,
  source,
  strategy,
  dns,
  externalDns: wishes.externalDns,
  waves,
  planOnly,
  cutoverOrder: wishes.cutoverOrder,
  wildcard: wishes.wildcard,
  bypass: wishes.bypass,
  maxDowntimeSeconds: wishes.maxDowntimeSeconds,
});

/** @param wasSeen an earlier turn of this delete found the journal, so its absence now is our own success. */
export const openDelete =
  (migrationId: string, wasSeen: boolean, now: Instant) =>
  (stored: Journal | undefined): Opening<Journal> => {
    if (!stored && wasSeen) return { kind: 'forget', message: 'The migration is forgotten.' };
    if (!stored)
      return { kind: 'refuse', code: 'NotFound', message: `There is no migration ${migrationId}.` };
    const turned = beginDeletion(stored, wasSeen, now);
    return turned ? { kind: 'go', journal: turned } : { kind: 'forget', message: farewell(stored) };
  };
