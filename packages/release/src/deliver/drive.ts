import { Failure } from '@cutover/handler-kit';
import { everyMs } from '../install/wait';
import type { Io } from '../io';
import { UserError } from '../user-error';
import type { Outcome } from './stage';

/** A step of a delivery: something to do, or to wait for, or the end. */
export type Step<Act extends string> =
  | { readonly kind: 'do'; readonly act: Act }
  | { readonly kind: 'wait'; readonly for: string; readonly everyMs: number }
  | { readonly kind: 'end'; readonly outcome: Outcome['kind']; readonly says: string };

export const doing = <Act extends string>(act: Act): Step<Act> => ({ kind: 'do', act });
export const waiting = (what: string, pauseMs = everyMs): Step<never> => ({
  kind: 'wait',
  for: what,
  everyMs: pauseMs,
});
/** Between two looks at what takes minutes at least. */
export const longPauseMs = 30_000;
export const ending = (outcome: Outcome['kind'], says: string): Step<never> => ({
  kind: 'end',
  outcome,
  says,
});

/** A delivery of one type in one stage: what is there, what that means, and how it is changed. */
export interface Delivery<Sight, Act extends string> {
  /** Of the type; it comes before every message. */
  readonly name: string;
  look(): Promise<Sight>;
  plan(sight: Sight): Step<Act>;
  perform(act: Act, sight: Sight): Promise<void>;
}

/** How long one thing is waited for: contract tests of a CloudFront type take hours. */
const patienceMs = 12 * 3_600_000;
/** So many calls in a row may come back with "look again" before it is no coincidence. */
const setbacks = 5;

/**
 * Looks, plans, takes one step, and looks again, until the plan has come to an end. Nothing is remembered that could not
 * be seen again: killed anywhere, it goes on from what is there.
 */
export async function drive<Sight, Act extends string>(
  delivery: Delivery<Sight, Act>,
  io: Io,
): Promise<Outcome> {
  const { name } = delivery;
  let until = io.now() + patienceMs;
  let left = setbacks;
  for (;;) {
    const sight = await delivery.look();
    const step = delivery.plan(sight);
    if (step.kind === 'end') return { typeName: name, kind: step.outcome, says: step.says };
    if (step.kind === 'wait') {
      if (io.now() >= until)
        throw new UserError(`${name}: ${step.for} has not ended in 12 hours; run it again`);
      await io.sleep(step.everyMs);
      continue;
    }
    io.err(`${name}: ${step.act}\n`);
    until = io.now() + patienceMs;
    try {
      await delivery.perform(step.act, sight);
      left = setbacks;
    } catch (error) {
      // Its answer was lost and it was asked for twice, or something else is under way: what is there tells.
      if (!(error instanceof Failure) || error.disposition === 'giveUp' || left-- === 0) throw error;
      await io.sleep(everyMs);
    }
  }
}
