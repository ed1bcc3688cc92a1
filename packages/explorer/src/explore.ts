import { type Clock, chanceOf, secondsToMs } from '@cutover/ground';
import { parseFault } from '@cutover/local-aws';
import type { Violation } from './checkers';
import { live, type Outcome } from './run';
import { schedulesOf } from './schedules';
import { growTrunk } from './trunk';
import { type Case, cases, returns } from './worlds';

export interface Finding extends Violation {
  readonly world: string;
  readonly seed: string;
  readonly fault: string;
  /** The command that shows it again. */
  readonly replay: string;
}

export interface Exploration {
  readonly schedules: number;
  readonly worlds: number;
  /** False when the time was up before every single fault point was walked. */
  readonly complete: boolean;
  readonly violations: readonly Finding[];
}

export interface ExploreOptions {
  readonly seed: string;
  readonly seconds: number;
  /** No more than so many schedules. */
  readonly count?: number;
  /** The first violation ends it. */
  readonly untilFound?: boolean;
  /** The wall's: only the budget is measured with it. */
  readonly clock: Clock;
  /** Only this fault, in every world: a replay. */
  readonly fault?: string;
  readonly cases?: readonly Case[];
  readonly onProgress?: (done: number, violations: number) => void;
}

/** Walks every single fault point of every case until all are done or the time is up. */
export async function explore(options: ExploreOptions): Promise<Exploration> {
  const endsAt = options.clock.now() + secondsToMs(options.seconds);
  const findings: Finding[] = [];
  const worlds = new Set<string>();
  let done = 0;
  let complete = true;
  for await (const walk of walksOf(options)) {
    const isEnough = options.untilFound === true && findings.length > 0;
    complete =
      !isEnough && done < (options.count ?? Number.POSITIVE_INFINITY) && options.clock.now() <= endsAt;
    if (!complete) break;
    findings.push(...(await findingsOf(walk, options)));
    worlds.add(walk.scenario.name);
    done += 1;
    options.onProgress?.(done, findings.length);
  }
  return { schedules: done, worlds: worlds.size, complete, violations: findings };
}

interface Walk {
  readonly scenario: Case;
  readonly fault: string;
  readonly run: () => Promise<Outcome>;
}

/** Every case without faults first; then their fault points in turn, so that a short budget sees something of each. */
async function* walksOf(options: ExploreOptions): AsyncGenerator<Walk> {
  const { seed, fault, cases: chosen = [...cases, ...returns] } = options;
  if (fault !== undefined) return yield* chosen.map((scenario) => replayOf(scenario, seed, fault));
  const branches: Walk[][] = [];
  for (const scenario of chosen) {
    const trunk = await growTrunk(scenario, scenario.make(seed));
    yield { scenario, fault: 'none', run: async () => trunk.outcome };
    branches.push(
      shuffled(schedulesOf(trunk.outcome.world.calls), seed).map((point) => ({
        scenario,
        fault: point.fault,
        run: () => trunk.branch(point),
      })),
    );
  }
  const longest = Math.max(...branches.map((list) => list.length));
  for (let i = 0; i < longest; i++) yield* branches.flatMap((list) => list[i] ?? []);
}

/** A short budget should not see the beginnings of runs only. */
const shuffled = <T>(all: readonly T[], seed: string): T[] => {
  const chance = chanceOf(seed);
  return all
    .map((one, n) => ({ one, at: chance.unit('explorer', 'order of the fault points', n) }))
    .sort((one, other) => one.at - other.at)
    .map(({ one }) => one);
};

/** From the very beginning, as a person reads it. */
const replayOf = (scenario: Case, seed: string, fault: string): Walk => ({
  scenario,
  fault,
  run: () => {
    const world = scenario.make(seed);
    if (fault !== 'none') world.faults.push(parseFault(fault));
    return live(scenario, world);
  },
});

async function findingsOf({ scenario, fault, run }: Walk, { seed }: ExploreOptions): Promise<Finding[]> {
  const { violations } = await run();
  const replay = `npm run explore -- --seed ${seed} --fault ${fault}`;
  return violations.map((violation) => ({ ...violation, world: scenario.name, seed, fault, replay }));
}
