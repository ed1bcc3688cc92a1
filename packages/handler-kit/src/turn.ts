import { type Instant, minutesToMs } from '@cutover/ground';
import { Failure, type HandlerErrorCode } from './failure';
import type { JournalStore, Revised } from './journal';
import { spread } from './pace';
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
  /** What a refused run goes back to: an update's resource stays what it was. Undefined: nothing is left. */
  earlier(journal: J): J | undefined;
  /** When waiting ends: past it a failing look is a failed run. */
  deadlineAt(journal: J): Instant;
  /** When what the run is at now is given up, if that is earlier; people are told of it. */
  dueAt?(journal: J): Instant;
}

/** `journal` is undefined when there is none, or when it could not be read. */
export type TurnResult<J> =
  | {
      readonly kind: 'inProgress';
      readonly message: string;
      readonly delaySeconds: number;
      /** The newest revision that any turn of this request has seen; the next turn is told. */
      readonly revision: number;
      readonly journal?: J;
    }
  | {
      readonly kind: 'succeeded';
      readonly message: string;
      readonly journal?: J;
      readonly forgotten: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly code: HandlerErrorCode;
      readonly message: string;
      readonly journal?: J;
    };

/** Looks within one turn; each new phase may ask for one more. */
const LOOKS_MAX = 8;
const AFTER_FAILED_LOOK_SECONDS = 10;
const AFTER_OLD_JOURNAL_SECONDS = 2;

/** What a handler makes of the stored journal before the turn: go on with it, or the answer is known. */
export type Opening<J> =
  | { readonly kind: 'go'; readonly journal: J }
  | { readonly kind: 'forget'; readonly message: string }
  | { readonly kind: 'refuse'; readonly code: HandlerErrorCode; readonly message: string };

export interface TurnOrder<O, J extends Revised, A> {
  readonly domain: Domain<O, J, A>;
  readonly store: JournalStore<J>;
  /** Name of the journal in the store. */
  readonly id: string;
  readonly open: (stored: J | undefined) => Opening<J>;
  /**
   * What an earlier turn of this request answered with; 0 at the first. Parameters are not read consistently, and an
   * older journal, or none, would begin anew what is half done.
   */
  readonly seenRevision: number;
  readonly now: Instant;
}

/**
 * One turn of a handler: observe, plan, perform at most one change, with journal writes around it. May be killed
 * anywhere and called again: what happened is found by looking, never by repeating.
 */
export async function takeTurn<O, J extends Revised, A>(order: TurnOrder<O, J, A>): Promise<TurnResult<J>> {
  const { domain, store, id, now, seenRevision } = order;
  let journal: J | undefined;
  try {
    const stored = await store.read(id);
    const opening = order.open(stored);
    if (opening.kind === 'refuse') return { ...opening, kind: 'failed', journal: stored };
    if (opening.kind === 'forget') {
      await store.remove(id);
      return { kind: 'succeeded', message: opening.message, journal: stored, forgotten: true };
    }
    if (opening.journal.revision < seenRevision) return waitForJournal(seenRevision);
    journal = opening.journal;
    const { journal: planned, step } = await decide(domain, journal, now);
    if (step.kind === 'refuse') return await refuse(order, journal, step);
    journal = await keep(store, id, stored ?? journal, planned);
    if (step.kind !== 'do' && step.kind !== 'unwind') return await conclude(order, journal, step);
    return await act(order, journal, step);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return missed(order, journal, error);
  }
}

async function keep<J extends Revised>(store: JournalStore<J>, id: string, before: J, after: J): Promise<J> {
  if (after === before) return before;
  const next = { ...after, revision: before.revision + 1 };
  await store.save(id, next);
  return next;
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
  order: TurnOrder<O, J, A>,
  journal: J,
  { action, message, delaySeconds }: Extract<Step<A>, { kind: 'do' | 'unwind' }>,
): Promise<TurnResult<J>> {
  const { domain, store, id, now } = order;
  let after: J;
  let heard = message;
  try {
    after = await domain.perform(action, journal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    after = domain.absorb(journal, error, action, now);
    heard = `${message} Not yet: ${error.message}`;
  }
  return inProgress(order, heard, delaySeconds, await keep(store, id, journal, after));
}

async function refuse<O, J extends Revised, A>(
  { domain, store, id }: TurnOrder<O, J, A>,
  journal: J,
  step: { code: HandlerErrorCode; message: string },
): Promise<TurnResult<J>> {
  const earlier = domain.earlier(journal);
  if (earlier) await store.save(id, { ...earlier, revision: journal.revision + 1 });
  else if (journal.revision > 0) await store.remove(id);
  return { kind: 'failed', code: step.code, message: step.message, journal };
}

async function conclude<O, J extends Revised, A>(
  order: TurnOrder<O, J, A>,
  journal: J,
  step: Exclude<Step<A>, { kind: 'do' | 'unwind' | 'refuse' }>,
): Promise<TurnResult<J>> {
  switch (step.kind) {
    case 'look':
    case 'wait': {
      const { delaySeconds } = step.kind === 'wait' ? step : { delaySeconds: 1 };
      const message = step.kind === 'wait' ? `Waiting for ${step.for}.` : 'Looking again.';
      return inProgress(order, message, delaySeconds, journal);
    }
    case 'done':
      if (step.forget) await order.store.remove(order.id);
      return { kind: 'succeeded', message: step.message, journal, forgotten: step.forget };
    case 'fail':
      return { kind: 'failed', code: step.code, message: step.message, journal };
  }
}

/** A look or a journal write that failed: nothing was planned on half a picture, so the next turn looks again. */
function missed<O, J extends Revised, A>(
  { domain, id, now, seenRevision }: TurnOrder<O, J, A>,
  journal: J | undefined,
  failure: Failure,
): TurnResult<J> {
  const { code, message } = failure;
  const isUntouched = journal !== undefined && domain.isUntouched(journal);
  const isHopeless = failure.disposition === 'giveUp' && (journal ? isUntouched : seenRevision === 0);
  const isLate = journal !== undefined && now > domain.deadlineAt(journal);
  if (isHopeless || isLate) {
    const state = isUntouched ? 'Nothing was changed. ' : '';
    return { kind: 'failed', code, message: `${state}${message}`, journal };
  }
  const revision = Math.max(seenRevision, journal?.revision ?? 0);
  const leftMs = journal ? domain.deadlineAt(journal) - now : seenRevision;
  const delaySeconds = spread(id, AFTER_FAILED_LOOK_SECONDS, leftMs);
  const heard = `Looking again: ${message}${journal ? timeLeft(domain, journal, now) : ''}`;
  return { kind: 'inProgress', message: heard, delaySeconds, revision, journal };
}

const inProgress = <O, J extends Revised, A>(
  { domain, id, now }: TurnOrder<O, J, A>,
  message: string,
  delaySeconds: number,
  journal: J,
): TurnResult<J> => ({
  kind: 'inProgress',
  message: `${message}${timeLeft(domain, journal, now)}`,
  delaySeconds: spread(id, delaySeconds, domain.deadlineAt(journal) - now),
  revision: journal.revision,
  journal,
});

/** People who watch a stack want to know how long this may go on. */
function timeLeft<O, J extends Revised, A>(domain: Domain<O, J, A>, journal: J, now: Instant): string {
  const dueAt = Math.min(domain.deadlineAt(journal), domain.dueAt?.(journal) ?? Number.POSITIVE_INFINITY);
  const minutes = Math.max(0, Math.ceil((dueAt - now) / minutesToMs(1)));
  const left = minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return ` (at most ${left} more, until ${new Date(dueAt).toISOString().slice(0, 16)}Z)`;
}

const waitForJournal = <J>(revision: number): TurnResult<J> => ({
  kind: 'inProgress',
  message: `Waiting for revision ${revision} of the journal: the parameters in SSM show an older one.`,
  delaySeconds: AFTER_OLD_JOURNAL_SECONDS,
  revision,
});
