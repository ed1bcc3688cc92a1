import type { TakeOver } from '../src';
import { create, remove, update } from './support/driver';
import { small } from './support/sites';
import { across, here, THEIRS, taking, witness, worldWithOld } from './support/taken';
import { type Journey, walk } from './support/walk';
import type { World } from './support/world';
import { OURS } from './support/world-distributions';

/*
 * Every call of a take-over under every fault, as in faults.test.ts. At every moment the name must be answered: by the
 * distribution that had it, or by the rules. All of them take two minutes: here one in 23 is walked, a number that
 * no row of faults has; all with `EVERY=1 npx jest packages/redirect-site/test/take-over-faults --selectProjects unit`.
 */
const EVERY = Number(process.env.EVERY ?? 23);

const rules = small();
type Operation = Pick<Journey, 'go' | 'since'>;

const places: [string, string, TakeOver][] = [
  ['in one account', OURS, here],
  ['across accounts', THEIRS, across],
];
const operations: [string, (takeOver: TakeOver) => Operation, 'alone' | 'taken'][] = [
  [
    'an update that takes a host over',
    (takeOver) => ({
      go: (world, ride) => update(world, taking(takeOver), ride),
      since: 'functions.publish',
    }),
    'alone',
  ],
  [
    'the way back of it',
    () => ({ go: (world, ride) => update(world, rules, ride), since: 'dns.change' }),
    'taken',
  ],
  ['a delete that gives it back', () => ({ go: remove, since: 'dns.change' }), 'taken'],
];

describe.each(places)('%s', (_, accountId, takeOver) => {
  const worlds: Partial<Record<'alone' | 'taken', World>> = {};

  beforeAll(async () => {
    worlds.alone = await worldWithOld(accountId);
    await create(worlds.alone, rules);
    worlds.taken = worlds.alone.copy();
    await update(worlds.taken, taking(takeOver));
  });

  test.each(operations)(
    '%s ends as it should, whatever call fails',
    async (_, operation, from) => {
      const { go, since } = operation(takeOver);
      const { points, problems } = await walk({
        begin: () => worlds[from]!.copy(),
        go,
        again: go,
        since,
        declared: { former: rules, next: taking(takeOver) },
        watch: witness,
        every: EVERY,
      });
      expect(problems).toEqual([]);
      expect(points).toBeGreaterThan(100 / EVERY);
    },
    1_200_000,
  );
});
