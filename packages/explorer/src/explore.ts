import { type Clock, chanceOf, secondsToMs } from '@cutover/ground';
import { parseFault } from '@cutover/local-aws';
import type { Violation } from './checkers';
import { type Marks, noMarks, unreached } from './marks';
import { ordersOf } from './orders';
import { pairsOf } from './pairs';
import { type LiveOptions, live, type Outcome } from './run';
import { schedulesOf } from './schedules';
import { growTrunk, type Trunk } from './trunk';
import { liveIn, weather } from './weather';
import { allCases, type Case } from './worlds';

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
  /** What was come through, and the phases that no run was in. */
  readonly reached: Reached;
}

export interface Reached {
  readonly transitions: readonly string[];
  readonly failures: readonly string[];
  readonly neverIn: readonly string[];
}

export type Mode = 'singles' | 'pairs' | 'weather' | 'orders';

export interface ExploreOptions {
  readonly seed: string;
  readonly seconds: number;
  /** No more than so many schedules. */
  readonly count?: number;
  /** The first violation ends it. */
  readonly untilFound?: boolean;
  /**
   * `singles`: one fault a run; `pairs`: two, of calls that change something; `weather`: up to five, anywhere; `orders`:
   * none, the edges take the deployments in every order.
   */
  readonly mode?: Mode;
  /** The wall's: only the budget is measured with it. */
  readonly clock: Clock;
  /** Only this fault, in every world: a replay. */
  readonly fault?: string;
  /** Hears every turn of a replay. */
  readonly onAnswer?: LiveOptions['onAnswer'];
  readonly cases?: readonly Case[];
  readonly onProgress?: (done: number, violations: number) => void;
  /** At once, for long explorations. */
  readonly onFound?: (finding: Finding) => void;
}

/** Walks every single fault point of every case until all are done or the time is up. */
export async function explore(options: ExploreOptions): Promise<Exploration> {
  const endsAt = options.clock.now() + secondsToMs(options.seconds);
  const findings: Finding[] = [];
  const worlds = new Set<string>();
  let done = 0;
  let complete = true;
  const marks = noMarks();
  for await (const walk of walksOf(options, marks)) {
    const isEnough = options.untilFound === true && findings.length > 0;
    complete =
      !isEnough && done < (options.count ?? Number.POSITIVE_INFINITY) && options.clock.now() <= endsAt;
    if (!complete) break;
    const found = await findingsOf(walk, options);
    for (const finding of found) options.onFound?.(finding);
    findings.push(...found);
    worlds.add(walk.scenario.name);
    done += 1;
    options.onProgress?.(done, findings.length);
  }
  return { schedules: done, worlds: worlds.size, complete, violations: findings, reached: reachedBy(marks) };
}

type Strike = Pick<Walk, 'fault' | 'run'>;

const strikesOn = (trunk: Trunk): Strike[] =>
  schedulesOf(trunk.outcome.world.calls).map((point) => ({
    fault: point.fault,
    run: () => trunk.branch(point),
  }));

const cancelsOf = (trunk: Trunk): Strike[] =>
  Array.from({ length: trunk.creating }, (_, turn) => ({
    fault: `${CANCELLED}${turn}`,
    run: () => trunk.cancelled(turn),
  }));

/** Not of AWS, but of CloudFormation: the number of the turn that it did not call any more stands behind. */
const CANCELLED = 'cancelled@';

/** Fault points of a case before the next case begins. */
const AT_ONCE = 8;

/** One run to be made. */
export interface Walk {
  readonly scenario: Case;
  /** Of the world, where it is not the exploration's. */
  readonly seed?: string;
  readonly fault: string;
  /** The words of the command that walks it again, where the fault does not tell. */
  readonly replay?: string;
  readonly run: () => Promise<Outcome>;
}

/**
 * Every case without faults and with some, so that a search ends soon; then the other fault points in turn, so that a
 * short budget sees something of each.
 */
async function* walksOf(options: ExploreOptions, marks: Marks): AsyncGenerator<Walk> {
  const { seed, fault, cases: chosen = allCases } = options;
  if (fault !== undefined) return yield* chosen.map((scenario) => replayOf(scenario, options, fault));
  if (options.mode === 'weather') return yield* weather(seed, marks, chosen);
  if (options.mode === 'pairs' || options.mode === 'orders') {
    const walks = options.mode === 'pairs' ? pairsOf : ordersOf;
    return yield* inTurns(chosen.map((scenario) => walks(scenario, seed, marks)));
  }
  const branches: Walk[][] = [];
  for (const scenario of chosen) {
    const trunk = await growTrunk(scenario, scenario.make(seed), { marks });
    yield { scenario, fault: 'none', run: async () => trunk.outcome };
    const walks = shuffled([...strikesOn(trunk), ...cancelsOf(trunk)], seed).map((strike) => ({
      ...strike,
      scenario,
    }));
    yield* walks.slice(0, AT_ONCE);
    branches.push(walks.slice(AT_ONCE));
  }
  const longest = Math.max(...branches.map((list) => list.length));
  for (let i = 0; i < longest; i++) yield* branches.flatMap((list) => list[i] ?? []);
}

export const reachedBy = (marks: Marks): Reached => ({
  transitions: [...marks.transitions].sort(),
  failures: [...marks.failures].sort(),
  neverIn: unreached(marks),
});

/** One of each, again and again, until all have ended. */
async function* inTurns(all: readonly AsyncGenerator<Walk>[]): AsyncGenerator<Walk> {
  let open = [...all];
  while (open.length > 0) {
    const heard = await Promise.all(open.map(async (walks) => ({ walks, next: await walks.next() })));
    open = heard.filter(({ next }) => !next.done).map(({ walks }) => walks);
    yield* heard.flatMap(({ next }) => (next.done ? [] : [next.value]));
  }
}

/** A short budget should not see the beginnings of runs only. */
const shuffled = <T>(all: readonly T[], seed: string): T[] => {
  const chance = chanceOf(seed);
  return all
    .map((one, n) => ({ one, at: chance.unit('explorer', 'order of the fault points', n) }))
    .sort((one, other) => one.at - other.at)
    .map(({ one }) => one);
};

/** From the very beginning, as a person reads it. Several faults are held to what holds in any weather. */
const replayOf = (scenario: Case, { seed, onAnswer }: ExploreOptions, fault: string): Walk => ({
  scenario,
  fault,
  run: () => {
    if (fault.startsWith(CANCELLED)) return cancelledAsSaid(scenario, fault, { seed, onAnswer });
    const faults = fault.split('+').filter((point) => point !== 'none');
    if (faults.length > 1) return liveIn(scenario, seed, faults, { onAnswer });
    const world = scenario.make(seed);
    world.faults.push(...faults.map(parseFault));
    return live(scenario, world, { onAnswer });
  },
});

async function cancelledAsSaid(
  scenario: Case,
  fault: string,
  { seed, onAnswer }: Pick<ExploreOptions, 'seed' | 'onAnswer'>,
): Promise<Outcome> {
  const trunk = await growTrunk(scenario, scenario.make(seed));
  return trunk.cancelled(Number(fault.slice(CANCELLED.length)), onAnswer);
}

async function findingsOf(walk: Walk, { seed: ours }: ExploreOptions): Promise<Finding[]> {
  const { scenario, seed = ours } = walk;
  const { violations } = await walk.run();
  if (violations.length === 0) return [];
  const fault = await shortestOf(walk, seed);
  const words = walk.replay ?? `--fault ${fault} --world '${scenario.name}'`;
  const replay = `npm run explore -- --seed ${seed} ${words}`;
  return violations.map((violation) => ({ ...violation, world: scenario.name, seed, fault, replay }));
}

/** The schedule without the faults that are not needed for a violation. */
async function shortestOf({ scenario, fault }: Walk, seed: string): Promise<string> {
  let faults = fault.split('+');
  for (const one of faults.length > 1 ? faults : []) {
    const fewer = faults.filter((other) => other !== one);
    if (fewer.length === 0) break;
    if ((await liveIn(scenario, seed, fewer)).violations.length > 0) faults = fewer;
  }
  return faults.join('+');
}
