import type { Chance } from '@cutover/ground';
import type { World } from '@cutover/local-aws';
import type { Marks } from './marks';
import { live, type Outcome } from './run';
import type { Walk } from './walk';
import type { Case } from './worlds';

/** For each deployment of a run, in the order of their acceptance: whether the first edge is the first to have it. */
type Order = readonly boolean[];

/**
 * Every order in which two edges can take the deployments of a run: one as early as it can be, the other as late. A run
 * that makes more deployments in some order takes those beyond at its first edge first.
 */
export async function* ordersOf(scenario: Case, seed: string, marks: Marks): AsyncGenerator<Walk> {
  const { deployments } = await liveInOrder(scenario, seed, [], marks);
  for (let mask = 0; mask < 2 ** deployments; mask++) {
    const order = Array.from({ length: deployments }, (_, nth) => (mask & (1 << nth)) === 0);
    yield {
      scenario,
      fault: 'none',
      replay: `--orders --world '${scenario.name}'`,
      run: async () => (await liveInOrder(scenario, seed, order, marks)).outcome,
    };
  }
}

async function liveInOrder(
  scenario: Case,
  seed: string,
  order: Order,
  marks: Marks,
): Promise<{ outcome: Outcome; deployments: number }> {
  const made = scenario.make(seed);
  const [first] = made.edges;
  const seen = new Map<number, number>();
  const chance: Chance = {
    ...made.chance,
    between: (low, high, actor, what, n) => {
      if (what !== 'delay') return made.chance.between(low, high, actor, what, n);
      const nth = seen.get(n) ?? seen.size;
      seen.set(n, nth);
      return (order[nth] ?? true) === (actor === first?.name) ? low : high;
    },
  };
  const world: World = { ...made, chance };
  return { outcome: await live(scenario, world, { marks }), deployments: seen.size };
}
