import { type Clock, secondsToMs } from '@cutover/ground';
import { parseFault, type World } from '@cutover/local-aws';
import type { Violation } from './checkers';
import { live } from './run';
import { type Schedule, schedulesOf } from './schedules';
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
  for (const { scenario, schedule } of walks) {
    if (options.clock.now() > endsAt) break;
    findings.push(...(await walk(options, scenario, schedule)));
    worlds.add(scenario.name);
    done += 1;
    options.onProgress?.(done, findings.length);
  }
  return { schedules: done, worlds: worlds.size, complete: done === walks.length, violations: findings };
}

interface Walk {
  readonly scenario: Case;
  readonly schedule: Schedule;
}

/** The cases' walks in turn, so that a short budget sees something of each. */
async function walksOf({ seed, fault, cases: chosen = cases }: ExploreOptions): Promise<Walk[]> {
  const lists = await Promise.all(
    chosen.map(async (scenario) => {
      if (fault !== undefined) return [{ scenario, schedule: { fault } }];
      const { world } = await live(scenario, scenario.make(seed));
      return [{}, ...schedulesOf(handlerCalls(world))].map((schedule) => ({ scenario, schedule }));
    }),
  );
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? [])).flat();
}

const handlerCalls = (world: World) => world.calls.filter((call) => call.actor === 'handler');

async function walk({ seed }: ExploreOptions, scenario: Case, { fault }: Schedule): Promise<Finding[]> {
  const world = scenario.make(seed);
  if (fault !== undefined) world.faults.push(parseFault(fault));
  const { violations } = await live(scenario, world);
  const replay = `npm run explore -- --seed ${seed} --fault ${fault ?? 'none'}`;
  return violations.map((violation) => ({
    ...violation,
    world: scenario.name,
    seed,
    fault: fault ?? 'none',
    replay,
  }));
}
