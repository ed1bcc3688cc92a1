import type { Failure, FailureName } from '@cutover/handler-kit';
import { type Call, failureOf } from './read';

type Outcome<T> = { readonly value: T } | { readonly failure: Failure };

/** The only catch around a call of AWS: whatever was thrown is read from the table. */
async function outcomeOf<T>(call: Call, run: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await run() };
  } catch (error) {
    return { failure: failureOf(call, error) };
  }
}

/** Runs a call of AWS. @throws Failure and nothing else. */
export async function attempt<T>(call: Call, run: () => Promise<T>): Promise<T> {
  const outcome = await outcomeOf(call, run);
  if ('failure' in outcome) throw outcome.failure;
  return outcome.value;
}

/** Runs a call of AWS for which one failure is an ordinary answer. @returns undefined for that one. */
export async function attemptUnless<T>(
  expected: FailureName,
  call: Call,
  run: () => Promise<T>,
): Promise<T | undefined> {
  const outcome = await outcomeOf(call, run);
  if (!('failure' in outcome)) return outcome.value;
  if (outcome.failure.failure === expected) return undefined;
  throw outcome.failure;
}
