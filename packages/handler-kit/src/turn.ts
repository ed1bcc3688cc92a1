import type { Instant } from '@cutover/ground';
import { Failure, type HandlerErrorCode } from './failure';
import type { JournalStore, Revised } from './journal';
import type { Decision, Step } from './step';

/** What a domain brings to a turn. Only `observe` and `perform` touch the world. */
export interface Domain<O, J extends Revised, A> {
  /** Looks at what the journal's phase needs. May be called any number of times. */
  observe(journal: J): Promise<O>;
  /** Pure and total. */
  plan(observed: O, journal: J, now: Instant): Decision<J, A>;
  /** At most one change of CloudFront or DNS. @returns the journal with what the answer taught. */
  perform(action: A, journal: J): Promise<J>;
  /** Pure: the journal after an action or a look that failed. */
  absorb(journal: J, failure: Failure, action: A | undefined, now: Instant): J;
  /** Whether nothing has been changed yet, so that a failure may refuse instead of unwinding. */
  isUntouched(journal: J): boolean;
  /** When waiting ends: past it a failing look is a failed run. */
  deadlineAt(journal: J): Instant;
}

export type TurnResult<J> =
  | {
      readonly kind: 'inProgress';
      readonly message: string;
      readonly delaySeconds: number;
      readonly journal: J;
    }
  | { readonly kind: 'succeeded'; readonly message: string; readonly journal: J; readonly forgotten: boolean }
  | {
      readonly kind: 'failed';
      readonly code: HandlerErrorCode;
      readonly message: string;
      readonly journal: J;
    };

/** Looks within one turn; each new phase may ask for one more. */
const LOOKS_MAX = 8;
const AFTER_FAILED_LOOK_SECONDS = 10;

/**
 * One turn of a handler: observe, plan, perform at most one change, with journal writes around it. May be killed
 * anywhere and called again: what happened is found by looking, never by repeating.
 * @param id name of the journal in the store
 * @param known the journal as it was read, or a fresh one that is not stored yet
 */
export async function takeTurn<O, J extends Revised, A>(
  domain: Domain<O, J, A>,
  store: JournalStore<J>,
  id: string,
  known: J,
  now: Instant,
): Promise<TurnResult<J>> {
  const keep = async (before: J, after: J): Promise<J> => {
    if (after === before) return before;
    const next = { ...after, revision: before.revision + 1 };
    await store.save(id, next);
    return next;
  };

  let journal = known;
  try {
    const decision = await decide(domain, journal, now);
    const { step } = decision;
    if (step.kind === 'refuse') return refuse(store, id, known, step);
    journal = await keep(journal, decision.journal);
    if (step.kind === 'do' || step.kind === 'unwind') {
      journal = await act(domain, journal, step.action, now, keep);
      return { kind: 'inProgress', message: step.message, delaySeconds: step.delaySeconds, journal };
    }
    return await conclude(store, id, journal, step);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return missed(domain, journal, error, now);
  }
}

async function decide<O, J extends Revised, A>(
  domain: Domain<O, J, A>,
  journal: J,
  now: Instant,
): Promise<Decision<J, A>> {
  let decision: Decision<J, A> = { journal, step: { kind: 'look' } };
  for (let looks = 0; looks < LOOKS_MAX && decision.step.kind === 'look'; looks++)
    decision = domain.plan(await domain.observe(decision.journal), decision.journal, now);
  return decision.step.kind === 'look'
    ? { ...decision, step: { kind: 'wait', for: 'the next look', delaySeconds: 1 } }
    : decision;
}

async function act<O, J extends Revised, A>(
  domain: Domain<O, J, A>,
  journal: J,
  action: A,
  now: Instant,
  keep: (before: J, after: J) => Promise<J>,
): Promise<J> {
  try {
    return await keep(journal, await domain.perform(action, journal));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return keep(journal, domain.absorb(journal, error, action, now));
  }
}

async function refuse<J extends Revised>(
  store: JournalStore<J>,
  id: string,
  journal: J,
  step: { code: HandlerErrorCode; message: string },
): Promise<TurnResult<J>> {
  if (journal.revision > 0) await store.remove(id);
  return { kind: 'failed', code: step.code, message: step.message, journal };
}

async function conclude<J extends Revised, A>(
  store: JournalStore<J>,
  id: string,
  journal: J,
  step: Exclude<Step<A>, { kind: 'do' | 'unwind' | 'refuse' }>,
): Promise<TurnResult<J>> {
  switch (step.kind) {
    case 'look':
    case 'wait': {
      const { delaySeconds } = step.kind === 'wait' ? step : { delaySeconds: 1 };
      const message = step.kind === 'wait' ? `Waiting for ${step.for}.` : 'Looking again.';
      return { kind: 'inProgress', message, delaySeconds, journal };
    }
    case 'done':
      if (step.forget) await store.remove(id);
      return { kind: 'succeeded', message: step.message, journal, forgotten: step.forget };
    case 'fail':
      return { kind: 'failed', code: step.code, message: step.message, journal };
  }
}

/** A look or a journal write that failed: nothing was planned on half a picture, so the next turn looks again. */
function missed<O, J extends Revised, A>(
  domain: Domain<O, J, A>,
  journal: J,
  failure: Failure,
  now: Instant,
): TurnResult<J> {
  const { code, message } = failure;
  const hopeless = failure.disposition === 'giveUp' && domain.isUntouched(journal);
  if (hopeless || now > domain.deadlineAt(journal)) return { kind: 'failed', code, message, journal };
  return {
    kind: 'inProgress',
    message: `Looking again: ${message}`,
    delaySeconds: AFTER_FAILED_LOOK_SECONDS,
    journal,
  };
}
