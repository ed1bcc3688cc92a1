import type { TakeOver } from '../src';
import { create, remove, update } from './support/driver';
import { small } from './support/sites';
import { across, here, THEIRS, taking, witness, worldWithOld } from './support/taken';
import { type Journey, walk } from './support/walk';
import type { World } from './support/world';
import { OURS } from './support/world-distributions';

/*
 * Every call of a take-over under every fault, as in faults.test.ts. At every moment the name must be answered: by the
 * distribution that had it, or by the rules.
 */
const rules = small();
type Journeys = (takeOver: TakeOver, alone: World, taken: World) => [string, Journey][];

const journeys: Journeys = (takeOver, alone, taken) => {
  const declared = { former: rules, next: taking(takeOver) };
  return [
    [
      'an update that takes a host over',
      {
        begin: () => alone.copy(),
        go: (world) => update(world, taking(takeOver)),
        again: (world) => update(world, taking(takeOver)),
        declared,
        watch: witness,
      },
    ],
    [
      'the way back of it',
      {
        begin: () => taken.copy(),
        go: (world) => update(world, rules),
        again: (world) => update(world, rules),
        declared,
        watch: witness,
      },
    ],
    [
      'a delete that gives it back',
      { begin: () => taken.copy(), go: remove, again: remove, declared, watch: witness },
    ],
  ];
};

describe.each<[string, string, TakeOver]>([
  ['in one account', OURS, here],
  ['across accounts', THEIRS, across],
])('%s', (_, accountId, takeOver) => {
  test.each([0, 1, 2])(
    'journey %# ends as it should, whatever call fails',
    async (place) => {
      const alone = await worldWithOld(accountId);
      await create(alone, rules);
      const taken = alone.copy();
      await update(taken, taking(takeOver));
      const [, journey] = journeys(takeOver, alone, taken)[place]!;
      const { points, problems } = await walk(journey);
      console.log(place, points, problems.length);
      expect(problems).toEqual([]);
      expect(points).toBeGreaterThan(100);
    },
    600_000,
  );
});
