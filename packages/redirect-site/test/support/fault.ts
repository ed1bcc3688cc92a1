import { Failure } from '@cutover/handler-kit';

/**
 * What may befall a call. `kill`: the whole turn ends there, before or after the call has taken effect. `stale`: a look
 * gives the answer that the same look gave before.
 */
export type FaultKind = 'kill before' | 'kill after' | 'lost' | 'throttled' | 'denied' | 'stale';
/** Of any call. */
export const FAULT_KINDS: readonly FaultKind[] = ['kill before', 'kill after', 'lost', 'throttled', 'denied'];

/** No Failure: nothing in a turn may catch it. */
export class Killed extends Error {}

const lost = () => new Failure('Unreachable', 'lookAgain', 'NetworkFailure', 'The answer was lost.');
export const throttled = () => new Failure('Throttled', 'later', 'Throttling', 'Rate exceeded.');
const denied = () => new Failure('Denied', 'giveUp', 'AccessDenied', 'Not allowed.');

/** One call under a fault. */
export async function under<T>(kind: FaultKind | undefined, call: () => Promise<T>): Promise<T> {
  if (kind === 'kill before') throw new Killed();
  if (kind === 'throttled') throw throttled();
  if (kind === 'denied') throw denied();
  const answer = await call();
  if (kind === 'kill after') throw new Killed();
  if (kind === 'lost') throw lost();
  return answer;
}
