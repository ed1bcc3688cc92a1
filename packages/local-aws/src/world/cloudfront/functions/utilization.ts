import { limits, type Result } from '@cutover/edge-functions';

/** What AWS's own smallest example shows, of code that does next to nothing. */
const leastPercent = 13;

/**
 * How much of the time that it may take a function has taken, in percent. CloudFront does not say how it measures; here
 * it follows the steps, which are the same on every machine. Compare two functions by it, and trust the real one alone.
 */
export function utilizationOf({ steps = 0, error }: Result): number {
  if (error?.kind === 'steps' || error?.kind === 'time') return 100;
  return Math.min(100, leastPercent + Math.round(((100 - leastPercent) * steps) / limits.steps));
}
