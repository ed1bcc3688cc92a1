import { type Clock, secondsToMs } from '@cutover/ground';
import { parseFault } from '@cutover/local-aws';
import type { Violation } from './checkers';
import { live, type Outcome } from './run';
import { schedulesOf } from './schedules';
import { growTrunk } from './trunk';
import { type Case, cases } from './worlds';

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
  const walks = await walksOf(options);
  const findings: Finding[] = [];
  const worlds = new Set<string>();
  let done = 0;
  for (const walk of walks) {
    if (options.clock.now() > endsAt) break;
    findings.push(...(await findingsOf(walk, options)));
    worlds.add(walk.scenario.name);
    done += 1;
    options.onProgress?.(done, findings.length);
  }
  return { schedules: done, worlds: worlds.size, complete: done === walks.length, violations: findings };
}

interface Walk {
  readonly scenario: Case;
  readonly fault: string;
  readonly run: () => Promise<Outcome>;
}

/** The cases' walks in turn, so that a short budget sees something of each. */
async function walksOf({ seed, fault, cases: chosen = cases }: ExploreOptions): Promise<Walk[]> {
  const lists = await Promise.all(
    chosen.map(async (scenario) =>
      fault === undefined ? walksOfCase(scenario, seed) : [replayOf(scenario, seed, fault)],
    ),
  );
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

async function walksOfCase(scenario: Case, seed: string): Promise<Walk[]> {
  const trunk = await growTrunk(scenario, scenario.make(seed));
  return [
    { scenario, fault: 'none', run: async () => trunk.outcome },
    ...schedulesOf(trunk.outcome.world.calls).map((point) => ({
      scenario,
      fault: point.fault,
      run: () => trunk.branch(point),
    })),
  ];
}

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
