import type { Chance, Instant } from '@cutover/ground';

/** The beats of one name: all instants that are `phaseMs` past a multiple of the period. */
export interface Cadence {
  readonly phaseMs: number;
  readonly periodMs: number;
  readonly periodNearChangeMs: number;
}

/**
 * The beats are whole milliseconds, and the dense beat goes through every instant of the sparse one: a change
 * of pace never moves a request away, it only puts others between.
 */
export function cadenceOf(
  name: string,
  rates: { requestsPerSecond: number; requestsPerSecondNearChange: number },
  chance: Chance,
): Cadence {
  const periodNearChangeMs = Math.floor(1000 / rates.requestsPerSecondNearChange);
  const denser = rates.requestsPerSecondNearChange / rates.requestsPerSecond;
  const periodMs = periodNearChangeMs * denser;
  const phaseMs = Math.floor(chance.between(0, periodMs, 'traffic-probe', `phase of ${name}`, 0));
  return { phaseMs, periodMs, periodNearChangeMs };
}

/** The first beat later than `after`. */
export function dueAt(cadence: Cadence, after: Instant, nearChange: boolean): Instant {
  const period = nearChange ? cadence.periodNearChangeMs : cadence.periodMs;
  const beats = Math.floor((after - cadence.phaseMs) / period) + 1;
  return cadence.phaseMs + beats * period;
}
