import { chanceOf } from '@cutover/ground';
import type { NamePlan, TrafficPlan } from '../plan';
import { type Cadence, cadenceOf, dueAt } from './cadence';

/** Which name is asked when. Times are milliseconds since the start; no clock is read. */
export interface Schedule {
  /** The next time later than `after` at which some name is due. */
  dueAt(after: number, nearChange: boolean): number;
  /** The names that are due at this time, each with its number of beats so far; they then count as asked. */
  take(now: number, nearChange: boolean): Turn[];
}

export interface Turn {
  readonly plan: NamePlan;
  readonly beat: number;
}

interface Asker {
  readonly plan: NamePlan;
  readonly cadence: Cadence;
  lastAt: number | undefined;
  beats: number;
}

/** The same plan and seed give the same beats, on every machine and at every hour. */
export function scheduleOf(plan: TrafficPlan, seed: string): Schedule {
  const chance = chanceOf(seed);
  const askers = plan.names.map(
    (name): Asker => ({
      plan: name,
      cadence: cadenceOf(name.name, plan, chance),
      lastAt: undefined,
      beats: 0,
    }),
  );
  const isDue = ({ lastAt, cadence }: Asker, now: number, nearChange: boolean): boolean =>
    lastAt === undefined || dueAt(cadence, lastAt, nearChange) <= now;

  return {
    dueAt: (after, nearChange) => Math.min(...askers.map(({ cadence }) => dueAt(cadence, after, nearChange))),
    take: (now, nearChange) =>
      askers
        .filter((asker) => isDue(asker, now, nearChange))
        .map((asker) => {
          asker.lastAt = now;
          return { plan: asker.plan, beat: asker.beats++ };
        }),
  };
}
