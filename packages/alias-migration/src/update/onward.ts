import type { Instant } from '@cutover/ground';
import type { Decision } from '@cutover/handler-kit';
import { beginDeletion, farewell } from '../deletion';
import type { Action, Because, Journal } from '../journal';
import { enumerate } from '../names';
import type { Outcome } from '../phases';
import { takenBack } from './back';
import { bare, type Course, courseOf, type Passed } from './course';
import { begun, homeward, moveOf } from './legs';
import { wholeOf } from './whole';

type Turn = Decision<Journal, Action>;

/** Other ends, other names: nothing that was seen for the leg before counts for the next one. */
const anew = (journal: Journal): Turn => ({ journal, step: { kind: 'look' } });

/**
 * Reads a leg's outcome as the update's. @returns undefined: the leg goes on as it would by itself
 */
export function onCourse(journal: Journal, outcome: Outcome, now: Instant): Turn | undefined {
  const course = courseOf(journal);
  if (!course) return undefined;
  const { phase } = journal;
  if (outcome.kind === 'refuse') return refused(journal, course, outcome, now);
  if (course.leg === 'return' && phase === 'RETURNING' && outcome.kind === 'fail')
    return undoNext({ ...journal, because: becauseOf(outcome, now) }, course, now);
  const isNothingLeft = outcome.kind === 'done' && outcome.forget;
  if (phase !== 'DONE' && phase !== 'RESTORED' && !isNothingLeft) return undefined;
  if (course.leg === 'again' && phase !== 'DONE') return stuck(journal, course, journal.because, now);
  if (course.leg === 'return' && course.back && phase === 'RESTORED' && !journal.deleting)
    return anew(undo(journal, passedOf(journal, course), course, now));
  if (course.back || (phase === 'RESTORED' && course.leg === 'move')) return undoNext(journal, course, now);
  const passed = isNothingLeft ? course.passed : [...course.passed, passedOf(journal, course)];
  return anew(goOn(journal, { ...course, passed }, now));
}

const passedOf = (journal: Journal, { leg }: Course): Passed => ({
  kind: leg === 'return' ? 'return' : 'move',
  journal: bare(journal),
});

/** The next leg, or the end of the update. */
export function goOn(journal: Journal, course: Course, now: Instant): Journal {
  const [next, ...ahead] = course.ahead;
  return next ? begun(journal, next, { ...course, ahead }, now) : wholeOf(journal, course, now);
}

/** In the first leg nothing was changed yet, and the refusal is the update's. */
function refused(
  journal: Journal,
  course: Course,
  outcome: Extract<Outcome, { kind: 'refuse' }>,
  now: Instant,
): Turn | undefined {
  const because = becauseOf(outcome, now);
  if (course.leg === 'again') return stuck(journal, course, because, now);
  return course.passed.length > 0 ? anew(takenBack(journal, because, now)) : undefined;
}

const becauseOf = ({ code, message }: Omit<Because, 'at'>, at: Instant): Because => ({ code, message, at });

/** Names that went home by the update cannot be moved once more: all else goes back, and they are drift. */
function stuck(journal: Journal, course: Course, because: Because | undefined, now: Instant): Turn {
  const { aliases, source, target } = journal.migration;
  const why = because?.message ?? 'no reason is known.';
  const message = `${enumerate(aliases)} stay on ${source.distributionId}, for they could not be moved to ${target.distributionId} again: ${why} Update Aliases without them, and with them once the cause is mended.`;
  const told = { code: because?.code ?? 'NotStabilized', message, at: now };
  return undoNext(journal, { ...course, back: { isUndoing: true, isAsked: false, because: told } }, now);
}

/**
 * A journal that was turned round takes up its leg backwards; undefined: it was not, or it is a return, which has to
 * end first: half of one is a state that no move can begin from.
 */
export function facingBack(journal: Journal, now: Instant): Turn | undefined {
  const course = courseOf(journal);
  const { phase, before } = journal;
  if (!course?.back || course.back.isUndoing || (course.leg === 'return' && phase !== 'DONE'))
    return undefined;
  if (phase === 'DONE' || phase === 'PREFLIGHT' || !before) return undoNext(journal, course, now);
  return anew(undo(journal, passedOf(journal, course), course, now));
}

/** Takes back the newest leg that has passed; when there is none left, the resource is what it was. */
function undoNext(journal: Journal, course: Course, now: Instant): Turn {
  const because = course.back?.because ?? journal.because;
  if (!because) throw new Error('An update goes back without a reason.');
  const back = { isAsked: false, ...course.back, because, isUndoing: true };
  // A delete moves nothing forwards any more: names that went home are home.
  const passed = journal.deleting ? course.passed.filter(({ kind }) => kind === 'move') : course.passed;
  const newest = passed.at(-1);
  const rest = { ...course, back, ahead: [], passed: passed.slice(0, -1) };
  return newest ? anew(undo(journal, newest, rest, now)) : asBefore(journal, rest, because, now);
}

function undo(journal: Journal, { kind, journal: leg }: Passed, course: Course, now: Instant): Journal {
  const back = course.back && { ...course.back, isUndoing: true };
  if (kind === 'return') {
    const again = begun(journal, moveOf(leg.migration, leg.migration.aliases), { ...course, back }, now);
    return { ...again, course: { ...course, back, leg: 'again' } };
  }
  const { revision, declared, startedAt, deleting } = journal;
  const message = course.back?.because.message ?? 'the update was taken back.';
  const same = { revision, declared, startedAt, deleting, course: { ...course, back, leg: 'move' as const } };
  return {
    ...leg,
    ...same,
    ...homeward(message, now),
    ...(leg.phase === 'DONE' ? {} : { phase: 'RESTORING' }),
  };
}

/** The end of the way back: the journal of before, and an answer for whoever asked. */
function asBefore(
  { revision, deleting }: Journal,
  { from, back }: Course,
  because: Because,
  now: Instant,
): Turn {
  const journal = { ...from, revision };
  if (deleting) return deleted(journal, now);
  const state = 'The update was taken back.';
  if (back?.isAsked) return { journal, step: { kind: 'done', forget: false, message: state } };
  const { code } = because;
  const message = `${because.message} ${state}`;
  const refused = { code, message, at: now };
  return { journal: { ...journal, refused }, step: { kind: 'fail', code, message } };
}

/** A delete finds a finished migration again, and does with it what that one declares. */
function deleted(journal: Journal, now: Instant): Turn {
  const turned = beginDeletion(journal, false, now);
  return turned
    ? anew(turned)
    : { journal, step: { kind: 'done', forget: true, message: farewell(journal) } };
}
