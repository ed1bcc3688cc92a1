import { chanceOf } from '@cutover/ground';
import type { Marks } from './marks';
import { CANCELLED } from './replay';
import { schedulesOf } from './schedules';
import { growTrunk, type Trunk } from './trunk';
import type { Walk } from './walk';
import type { Case } from './worlds';

/** Fault points of a case before the next case begins. */
const AT_ONCE = 8;

/**
 * Every case without faults and with some, so that a search ends soon; then the other fault points in turn, so that a
 * short budget sees something of each.
 */
export async function* singlesOf(chosen: readonly Case[], seed: string, marks: Marks): AsyncGenerator<Walk> {
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

/** A short budget should not see the beginnings of runs only. */
const shuffled = <T>(all: readonly T[], seed: string): T[] => {
  const chance = chanceOf(seed);
  return all
    .map((one, n) => ({ one, at: chance.unit('explorer', 'order of the fault points', n) }))
    .sort((one, other) => one.at - other.at)
    .map(({ one }) => one);
};
