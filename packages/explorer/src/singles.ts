import { chanceOf } from '@cutover/ground';
import type { Marks } from './marks';
import { CANCELLED } from './replay';
import { schedulesOf } from './schedules';
import { growTrunk, type Trunk } from './trunk';
import type { Walk } from './walk';
import type { Case } from './worlds';

/**
 * Every case without faults, so that a search ends soon; then the fault points of each in turn, so that a short budget
 * sees something of all.
 */
export async function* singlesOf(chosen: readonly Case[], seed: string, marks: Marks): AsyncGenerator<Walk> {
  const branches: Walk[][] = [];
  for (const scenario of chosen) {
    const trunk = await growTrunk(scenario, scenario.make(seed), { marks });
    yield { scenario, fault: 'none', run: async () => trunk.outcome };
    const strikes = shuffled([...strikesOn(trunk), ...cancelsOf(trunk)], seed);
    branches.push(strikes.map((strike) => ({ ...strike, scenario })));
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
