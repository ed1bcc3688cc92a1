import { type Instant, minutesToMs } from '@cutover/ground';
import { type Finding, findInDeclaration } from '../checks';
import type { Journal } from '../journal';
import type { Migration } from '../migration';
import { enumerate } from '../names';
import { isSame } from '../same';
import { takenBack } from './back';
import { bare } from './course';
import { legsOf } from './legs';
import { goOn } from './onward';

/**
 * A stack that fails rolls back within the time that CloudFormation gives a handler, and then some; who declares the old
 * properties days later means something else by it.
 */
const ROLLBACK_MINUTES_MAX = 40 * 60;

interface Asked {
  readonly migration: Migration;
  readonly declared: Journal['declared'];
  readonly now: Instant;
  /** Above 0: an earlier turn of the same request was answered. */
  readonly seenRevision?: number;
}

/** Turns an update round whose properties of before are declared again; undefined: they are not. */
export function rolledBack(stored: Journal, { declared, now, seenRevision = 0 }: Asked): Journal | undefined {
  const whole = asCourse(stored);
  const { course } = whole;
  if (!course || !isSame(course.from.declared, declared)) return undefined;
  if (course.back?.isAsked && seenRevision > 0) return stored;
  const { endedAt } = course;
  if (endedAt !== undefined && (stored.phase !== 'DONE' || now > endedAt + minutesToMs(ROLLBACK_MINUTES_MAX)))
    return undefined;
  const because = { code: 'NotStabilized', message: 'the stack took its update back.', at: now } as const;
  return takenBack(whole, because, now, true);
}

/** A move that an update began from a plan, or from a wait, is the one leg of that update. */
function asCourse(stored: Journal): Journal {
  const { begunFrom: from, migration, phase, phaseSince, course } = stored;
  if (course || !from || phase !== 'DONE') return stored;
  const passed = [{ kind: 'move', journal: bare(stored) }] as const;
  return {
    ...stored,
    course: { from, whole: migration, leg: 'move', ahead: [], passed, endedAt: phaseSince },
  };
}

/** What must be as it was while names move: the way back of all of them hangs on it. */
const fixed = ({ source, dns, externalDns, planOnly }: Migration) => ({ source, dns, externalDns, planOnly });

/** The update as legs; undefined: it is not one that moves names. */
export function setOut(done: Journal, asked: Asked): Journal | Finding | undefined {
  const { migration: was } = done;
  const { migration: whole, declared, now } = asked;
  const isMove =
    !isSame(was.aliases, whole.aliases) || was.target.distributionId !== whole.target.distributionId;
  if (done.phase !== 'DONE' || !isMove || !isSame(fixed(was), fixed(whole))) return undefined;
  const finding = findInDeclaration(whole) ?? findInRemoval(was, whole);
  if (finding) return finding;
  const { refused: _, course: __, ...from } = done;
  const course = { from, whole, leg: 'move', ahead: legsOf(done, whole), passed: [] } as const;
  return goOn({ ...from, declared, startedAt: now }, course, now);
}

/** Whether a name may be let go hangs on its records, which are looked at when all go: on a delete. */
function findInRemoval(was: Migration, whole: Migration): Finding | undefined {
  const removed = was.aliases.filter((alias) => !whole.aliases.includes(alias));
  return removed.length > 0 && whole.deletionBehavior === 'RELEASE'
    ? {
        property: 'Aliases',
        found: `${enumerate(removed)} would have to be released, which RELEASE does only when the resource is deleted.`,
        remedy:
          'Set DeletionBehavior to KEEP, and the name stays on the target, or to RESTORE_SOURCE, and it goes back.',
      }
    : undefined;
}
