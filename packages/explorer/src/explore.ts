import { type Clock, secondsToMs } from '@cutover/ground';
import type { Violation } from './checkers';
import { type Marks, noMarks, unreached } from './marks';
import { ordersOf } from './orders';
import { pairsOf } from './pairs';
import { replayOf } from './replay';
import type { LiveOptions } from './run';
import { singlesOf } from './singles';
import type { Walk } from './walk';
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
    complete = done < (options.count ?? Number.POSITIVE_INFINITY) && options.clock.now() <= endsAt;
    if (!complete) break;
    const found = await findingsOf(walk, options);
    for (const finding of found) options.onFound?.(finding);
    findings.push(...found);
    worlds.add(walk.scenario.name);
    done += 1;
    options.onProgress?.(done, findings.length);
    // Before the next walk is made ready: that may take the longest.
    complete = !(options.untilFound === true && findings.length > 0);
    if (!complete) break;
  }
  return { schedules: done, worlds: worlds.size, complete, violations: findings, reached: reachedBy(marks) };
}

/** The runs that the options ask for, each to be made when it is its turn. */
async function* walksOf(options: ExploreOptions, marks: Marks): AsyncGenerator<Walk> {
  const { seed, fault, cases: chosen = allCases } = options;
  if (fault !== undefined) return yield* chosen.map((scenario) => replayOf(scenario, options, fault));
  if (options.mode === 'weather') return yield* weather(seed, marks, chosen);
  if (options.mode === 'pairs' || options.mode === 'orders') {
    const walks = options.mode === 'pairs' ? pairsOf : ordersOf;
    return yield* inTurns(chosen.map((scenario) => walks(scenario, seed, marks)));
  }
  yield* singlesOf(chosen, seed, marks);
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
