import { chanceOf } from '@cutover/ground';
import { type Exploration, type Finding, reachedBy } from './explore';
import { noMarks } from './marks';
import { live } from './run';
import { type Schedule, schedulesOf } from './schedules';
import { liveThroughTheWire } from './through-the-wire';
import { cases as all, type Case } from './worlds';

/** Without the customers: nobody plays them on the wire. */
const cases = all.filter(({ customer }) => customer === undefined);

export interface WireSample {
  readonly seed: string;
  readonly count: number;
  /** Only this fault, in every world: a replay. */
  readonly fault?: string;
  readonly onProgress?: (done: number, violations: number) => void;
  readonly onFound?: (finding: Finding) => void;
}

/**
 * Some schedules of each case through the wire, held to the same laws; one of them is how the create has to end.
 */
export async function exploreTheWire(sample: WireSample): Promise<Exploration> {
  const { seed, count, fault, onProgress, onFound } = sample;
  const violations: Finding[] = [];
  for (let i = 0; i < count; i++) {
    const scenario = cases[i % cases.length]!;
    const schedule = fault === undefined ? await drawn(scenario, seed, i) : { fault };
    const found = await findings(scenario, seed, schedule);
    for (const finding of found) onFound?.(finding);
    violations.push(...found);
    onProgress?.(i + 1, violations.length);
  }
  return {
    schedules: count,
    worlds: Math.min(count, cases.length),
    complete: false,
    violations,
    reached: reachedBy(noMarks()),
  };
}

async function drawn(scenario: Case, seed: string, n: number): Promise<Schedule> {
  const { world } = await live(scenario, scenario.make(seed));
  const schedules: Schedule[] = schedulesOf(world.calls);
  return schedules[
    Math.floor(chanceOf(seed).unit('explorer', 'schedule through the wire', n) * schedules.length)
  ]!;
}

async function findings(scenario: Case, seed: string, { fault = 'none' }: Schedule): Promise<Finding[]> {
  const { violations } = await liveThroughTheWire(scenario, seed, {
    fault: fault === 'none' ? undefined : fault,
  });
  const replay = `npm run explore -- --seed ${seed} --wire ${cases.length} --fault ${fault}`;
  return violations.map((violation) => ({ ...violation, world: scenario.name, seed, fault, replay }));
}
