import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@cutover/ground';
import { isUnheard, type Opening } from '@cutover/handler-kit';
import { CREATE_ONLY, type Declaration, mistakeIn, tagsOf } from './declaration';
import { freshJournal, type SiteJournal } from './journal';
import { hostsOfMove, isDone } from './moves/moves';
import { kept } from './phases/giving-back';

/** What a request wants, beside the stored journal. */
export interface Wish {
  readonly siteId: string;
  readonly declared: Declaration;
  readonly now: Instant;
}

type Open = (stored: SiteJournal | undefined) => Opening<SiteJournal>;

/** The same client token finds the journal that it began, and goes on from there: a replay never makes two. */
export const openCreate =
  (wish: Wish): Open =>
  (stored) =>
    stored
      ? { kind: 'go', journal: stored }
      : begin(wish, freshJournal(wish.siteId, wish.declared, wish.now));

/**
 * New rules, or the former ones again: a rollback is an update like any other. A run under way that somebody gave up is
 * no obstacle, for what it left is found by looking.
 * @param seenRevision of the journal, which an earlier turn of this same request was answered with; 0 at the first
 */
export const openUpdate =
  (wish: Wish, seenRevision: number): Open =>
  (stored) => {
    if (!stored || stored.deleting)
      return { kind: 'refuse', code: 'NotFound', message: `There is no redirect site ${wish.siteId}.` };
    const wasSeen = seenRevision > 0;
    // An answer that was lost is given again. A run that failed before this one is tried again.
    const isHeard = !isUnheard(stored, seenRevision);
    if (isSame(stored.declared, wish.declared) && !(isHeard && stored.phase === 'FAILED'))
      return { kind: 'go', journal: wasSeen ? stored : inTimeAnew(stored, wish.now) };
    // An update that was cancelled while it was checked has changed nothing.
    const before = stored.earlier ? { ...stored.earlier, revision: stored.revision } : stored;
    if (isSame(before.declared, wish.declared) && before.phase !== 'FAILED')
      return { kind: 'go', journal: inTimeAnew(before, wish.now) };
    const fixed = CREATE_ONLY.find((name) => !isSame(servedBy(before)[name], wish.declared[name]));
    if (fixed !== undefined)
      return {
        kind: 'refuse',
        code: 'NotUpdatable',
        message: `Nothing was changed. ${fixed} cannot be changed: declare another site, and move the hosts to it.`,
      };
    return begin(wish, nextRun(before, wish));
  };

/** @param wasSeen an earlier turn of this delete found the journal, so its absence now is our own success. */
export const openDelete =
  (siteId: string, wasSeen: boolean, now: Instant): Open =>
  (stored) => {
    if (!stored && wasSeen) return { kind: 'forget', message: 'The site is gone.' };
    if (!stored) return { kind: 'refuse', code: 'NotFound', message: `There is no redirect site ${siteId}.` };
    if (stored.deleting && wasSeen) return { kind: 'go', journal: stored };
    const before = stored.earlier ? { ...stored.earlier, revision: stored.revision } : stored;
    if (hasNothing(before)) return { kind: 'forget', message: 'Forgotten; there was nothing to take away.' };
    const message = 'the resource was deleted.';
    return {
      kind: 'go',
      journal: {
        ...withoutKept(before),
        phase: 'REMOVING',
        phaseSince: now,
        startedAt: now,
        touched: true,
        deleting: true,
        trouble: undefined,
        looks: 0,
        because: { code: 'NotStabilized', message, at: now },
      },
    };
  };

/** Hosts that shall not go back where they came from go with the site. */
function withoutKept(journal: SiteJournal): SiteJournal {
  let left = journal;
  for (const move of journal.moves)
    if (isDone(move) && move.keeps) left = { ...left, ...kept(left, move, hostsOfMove(move)) };
  return left;
}

/** With a new declaration, only where it is sound by itself. */
function begin({ declared }: Wish, journal: SiteJournal): Opening<SiteJournal> {
  const mistake = mistakeIn(declared);
  return mistake === undefined
    ? { kind: 'go', journal }
    : { kind: 'refuse', code: 'InvalidRequest', message: `Nothing was changed. ${mistake}` };
}

/** What the site has goes on into the run; what an earlier run had in mind does not. */
function nextRun(before: SiteJournal, { siteId, declared, now }: Wish): SiteJournal {
  const { earlier: _, ...kept } = before;
  const { revision, lastGeneration, live, former, storeArn, functionArn, items } = before;
  const { slots, lastSlot, zones, formerRecords, validations, moves, lastMove } = before;
  return {
    ...freshJournal(siteId, declared, now),
    ...{ revision, lastGeneration, live, former, storeArn, functionArn },
    ...{ slots, lastSlot, zones, formerRecords, validations, moves, lastMove },
    items: items?.state === 'live' ? items : undefined,
    tagKeys: tagKeysOf(before, declared),
    doubt: before.phase === 'PUBLISHING' || before.phase === 'RESTORING' ? before.next : before.doubt,
    earlier: kept,
  };
}

/** Undefined where the tags are as declared, and stay so. */
function tagKeysOf(before: SiteJournal, declared: Declaration): readonly string[] | undefined {
  const served = tagsOf(servedBy(before));
  const isSettled = before.phase === 'DONE' && before.tagKeys === undefined;
  if (isSettled && isSame(served, tagsOf(declared))) return undefined;
  return [
    ...new Set([...(before.tagKeys ?? []), ...Object.keys(served), ...Object.keys(tagsOf(before.declared))]),
  ];
}

/** A run that CloudFormation gave up on and asks for again, perhaps days later: what blocked it may be mended. */
const inTimeAnew = (journal: SiteJournal, now: Instant): SiteJournal =>
  journal.phase === 'DONE' ? journal : { ...journal, startedAt: now, phaseSince: now, trouble: undefined };

/** What is at the edge was declared so. */
const servedBy = ({ live, declared }: SiteJournal): Declaration => live?.declared ?? declared;

/** A create that was refused or taken back. */
const hasNothing = ({ phase, touched, live }: SiteJournal): boolean =>
  live === undefined && (phase === 'FAILED' || (phase === 'CHECKING' && !touched));

/** As the journal keeps them: a member that is undefined comes back as one that is missing. */
const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asStored(one), asStored(other));
const asStored = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
