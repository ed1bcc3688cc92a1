import { type Instant, minutesToMs } from '@cutover/ground';
import type { Decision, Step } from '@cutover/handler-kit';
import type { Phase, SiteJournal } from './journal';
import type { Action, Observed } from './observed';
import { isAtRest, isBeforePublish, type Outcome, phases, type Rule } from './phases';

/** Slots are learnt one by one, a phase for each takes a hop: more would be a circle. */
const HOPS_MAX = 64;

/**
 * The whole planner: pure and total. Walks the phases while their goals are reached, and stops at the first step that
 * has to be taken, waited for, or seen.
 */
export function plan(observed: Observed, journal: SiteJournal, now: Instant): Decision<SiteJournal, Action> {
  let current = journal;
  for (let hop = 0; hop < HOPS_MAX + 8 * journal.slots.length; hop++) {
    const rule = phases[current.phase];
    // A look is what one phase wanted to see: another asks anew.
    if (current.phase !== journal.phase && rule.looks.length > 0)
      return { journal: current, step: { kind: 'look' } };
    const outcome = overdue(rule, current, now) ?? rule.decide({ journal: current, observed, now });
    if (outcome.kind === 'to') current = enter(current, outcome.phase, now, outcome.note);
    else if (outcome.kind === 'learn') current = { ...current, ...outcome.note };
    else if (outcome.kind === 'back') current = turnedBack(current, outcome, now);
    else return settled(current, outcome);
  }
  throw new Error(`The plan goes in circles at phase ${current.phase}.`);
}

function settled(
  journal: SiteJournal,
  outcome: Exclude<Outcome, { kind: 'to' | 'learn' | 'back' }>,
): Decision<SiteJournal, Action> {
  if (outcome.kind === 'wait') {
    const step: Step<Action> = { kind: 'wait', for: outcome.for, delaySeconds: outcome.delaySeconds };
    return { journal: outcome.note ? { ...journal, ...outcome.note } : journal, step };
  }
  if (outcome.kind !== 'act') return { journal, step: outcome };
  const { action, message, delaySeconds, note } = outcome;
  return {
    journal: note || !journal.touched ? { ...journal, ...note, touched: true } : journal,
    step: { kind: 'do', action, message, delaySeconds },
  };
}

const enter = (
  journal: SiteJournal,
  phase: Phase,
  now: Instant,
  note: Partial<SiteJournal> = {},
): SiteJournal => ({ ...journal, ...note, phase, phaseSince: now, trouble: undefined, looks: 0 });

const turnedBack = (
  journal: SiteJournal,
  { code, message }: Extract<Outcome, { kind: 'back' }>,
  now: Instant,
): SiteJournal => enter(journal, 'RESTORING', now, { because: { code, message, at: now } });

/** Failures that will not pass, and phases that take too long, turn a run back before the publish, and end it after. */
function overdue(rule: Rule, journal: SiteJournal, now: Instant): Outcome | undefined {
  const { phase, trouble } = journal;
  if (isAtRest(phase)) return undefined;
  const isLate = now > journal.phaseSince + minutesToMs(rule.budgetMinutes);
  const isHopeless = trouble?.disposition === 'giveUp' && !rule.patientWith?.includes(trouble.failure);
  if (!isLate && !isHopeless) return undefined;
  const message = isHopeless
    ? (trouble?.message ?? '')
    : `Phase ${phase} did not end within ${rule.budgetMinutes} minutes.${trouble ? ` ${trouble.message}` : ''}`;
  const code = isHopeless ? (trouble?.code ?? 'NotStabilized') : 'NotStabilized';
  if (isBeforePublish(phase)) return { kind: 'back', code, message };
  const because = journal.because ? ` It began because: ${journal.because.message}` : '';
  return { kind: 'fail', code, message: `${message}${because}${remedyOf(journal)}` };
}

const remedyOf = ({ phase, live }: SiteJournal): string =>
  phase === 'REMOVING'
    ? ' Mend the cause and delete the resource again.'
    : ` The site answers by generation ${live?.number}; another update goes on from here.`;
