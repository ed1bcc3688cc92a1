import { chanceOf } from '@cutover/ground';
import { parseFault } from '@cutover/local-aws';
import { lawsOfAnyWeather } from './checkers';
import type { Marks } from './marks';
import { type LiveOptions, live, type Outcome } from './run';
import { schedulesOf } from './schedules';
import type { Walk } from './walk';
import { allCases, type Case } from './worlds';

const FAULTS_MAX = 5;

/**
 * Random weather: for each number of a seed one case and one to five faults anywhere in its run. The seed of the world
 * is another each time, and with it every delay.
 */
export async function* weather(
  seed: string,
  marks: Marks,
  chosen: readonly Case[] = allCases,
): AsyncGenerator<Walk> {
  const chance = chanceOf(seed);
  const points = new Map<Case, string[]>();
  for (let n = 0; ; n++) {
    const pick = <T>(all: readonly T[], what: string): T =>
      all[Math.floor(chance.unit('weather', what, n) * all.length)] as T;
    const scenario = pick(chosen, 'case');
    const known = points.get(scenario) ?? (await pointsOf(scenario, seed));
    points.set(scenario, known);
    const count = 1 + Math.floor(chance.unit('weather', 'how many', n) * FAULTS_MAX);
    const faults = Array.from({ length: count }, (_, i) => pick(known, `fault ${i}`));
    const worldSeed = `${seed}.${n}`;
    yield {
      scenario,
      seed: worldSeed,
      fault: faults.join('+'),
      run: () => liveIn(scenario, worldSeed, faults, { marks }),
    };
  }
}

const pointsOf = async (scenario: Case, seed: string): Promise<string[]> =>
  schedulesOf((await live(scenario, scenario.make(seed))).world.calls).map(({ fault }) => fault);

/** One life with these faults. What they do is told by their names alone, so it can be lived again. */
export function liveIn(
  scenario: Case,
  seed: string,
  faults: readonly string[],
  options?: Pick<LiveOptions, 'marks' | 'onAnswer'>,
): Promise<Outcome> {
  const world = scenario.make(seed);
  const laws = lawsOfAnyWeather(scenario, world);
  world.faults.push(...faults.map(parseFault));
  return live(scenario, world, { laws, ...options });
}
