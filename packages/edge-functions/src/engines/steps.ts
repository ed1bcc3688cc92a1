import type { Result } from '../harness/invocation';
import { limits } from '../limits';

export const outOfSteps = `more than ${limits.steps} calls and turns of loops`;

/** The result of a run whose steps were counted, or that there were too many of them. */
export function withinSteps(result: Result): Result {
  if ((result.steps ?? 0) <= limits.steps) return result;
  const { output: _, ...rest } = result;
  return { ...rest, error: { kind: 'steps', message: outOfSteps } };
}
