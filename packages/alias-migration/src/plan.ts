import { type Instant, minutesToMs } from '@cutover/ground';
import type { Decision, HandlerErrorCode, Step } from '@cutover/handler-kit';
import { type Action, isBackwards, isBesideTraffic, type Journal, type Phase } from './journal';
import type { Observed } from './observed';
import { type Outcome, phases, type Rule } from './phases';
import { hasPassedWave, roadOf } from './strategies';
import { facingBack, onCourse } from './update';

/** Every phase that there is. */
export const phaseNames = Object.keys(phases) as Phase[];

/** More hops than there are phases would be a circle. */
const HOPS_MAX = 24;

/** Nothing was changed yet, or nothing may be undone any more. */
const isAtRest = (phase: Phase): boolean =>
  ['PREFLIGHT', 'PLANNED', 'AWAITING_DNS', 'SETTLING', 'DONE', 'HALTED', 'RESTORED'].includes(phase);

/**
 * The whole planner: pure and total. Walks the phases while their goals are reached, and stops at the first step
 * that has to be taken, waited for, or seen.
 */
export function plan(observed: Observed, journal: Journal, now: Instant): Decision<Journal, Action> {
  let current = journal;
  for (let hop = 0; hop < HOPS_MAX; hop++) {
    const facing = facingBack(current, now);
    if (facing) return facing;
    const rule = phases[current.phase];
    if (!rule.looks.every((look) => observed.looks.has(look)))
      return { journal: current, step: { kind: 'look' } };
    const outcome =
      overdue(rule, current, now) ??
      rule.decide({ migration: current.migration, journal: current, observed, now });
    const turn = onCourse(current, outcome, now);
    if (turn) return turn;
    if (outcome.kind === 'to') current = enter(current, outcome.phase, now, outcome.note);
    else if (outcome.kind === 'back') current = turnBack(current, outcome.code, outcome.message, now);
    else return settleOn(current, outcome);
  }
  throw new Error(`The plan goes in circles at phase ${current.phase}.`);
}

function settleOn(
  journal: Journal,
  outcome: Exclude<Outcome, { kind: 'to' | 'back' }>,
): Decision<Journal, Action> {
  if (outcome.kind === 'hold') {
    const step: Step<Action> = { kind: 'wait', for: outcome.for, delaySeconds: outcome.delaySeconds };
    return { journal: { ...journal, ...outcome.note }, step };
  }
  return { journal: changed(journal, outcome), step: outcome };
}

/** What was seen before a change on the way back is no reason to believe that everything is back. */
function changed(journal: Journal, step: Step<Action>): Journal {
  if ((step.kind !== 'do' && step.kind !== 'unwind') || isBesideTraffic(step.action)) return journal;
  const passes = step.kind === 'unwind' ? 0 : journal.passes;
  return journal.touched && journal.passes === passes ? journal : { ...journal, touched: true, passes };
}

const enter = (journal: Journal, phase: Phase, now: Instant, note: Partial<Journal> = {}): Journal => ({
  ...journal,
  ...note,
  phase,
  phaseSince: now,
  trouble: undefined,
});

/** As long as no wave has passed there is nothing to halt for: all goes back. */
function turnBack(journal: Journal, code: HandlerErrorCode, message: string, now: Instant): Journal {
  const note = { passes: 0, because: { code, message, at: now } };
  const { migration, before, wave = 0 } = journal;
  const phase = journal.resumeAt ?? journal.phase;
  const mayHalt = before && hasPassedWave(roadOf(migration, before.strategy), { phase, wave });
  return migration.onFailure === 'HALT' && mayHalt
    ? enter(journal, 'HALTING', now, { ...note, resumeAt: phase })
    : enter(journal, 'RESTORING', now, note);
}

const budgetMinutesOf = ({ phase, migration }: Journal): number =>
  isAtRest(phase)
    ? Number.POSITIVE_INFINITY
    : (phases[phase].budgetOf?.(migration) ?? phases[phase].budgetMinutes);

/** When the journal's phase is given up: a forward run goes back then, and a way back fails. */
export const dueAt = (journal: Journal): Instant =>
  journal.phaseSince + minutesToMs(budgetMinutesOf(journal));

/** Failures that will not pass, and phases that take too long, turn a forward run back and end a backward one. */
function overdue(rule: Rule, journal: Journal, now: Instant): Outcome | undefined {
  if (isAtRest(journal.phase)) return undefined;
  const { trouble } = journal;
  const isLate = now > dueAt(journal) && !rule.endsItself?.(journal.migration);
  const isHopeless = trouble?.disposition === 'giveUp' && !rule.patientWith?.includes(trouble.failure);
  if (!isLate && !isHopeless) return undefined;
  const message = isHopeless
    ? (trouble?.message ?? '')
    : `Phase ${journal.phase} did not end within ${budgetMinutesOf(journal)} minutes. ${trouble?.message ?? 'The events before say what it waited for: mend that first.'}`;
  const code = isHopeless ? (trouble?.code ?? 'NotStabilized') : 'NotStabilized';
  if (!isBackwards(journal.phase)) return { kind: 'back', code, message };
  return {
    kind: 'fail',
    code,
    message: `The way back is blocked: ${message} It began because: ${journal.because?.message ?? 'the resource was deleted'} Mend the cause and delete the resource again.`,
  };
}
