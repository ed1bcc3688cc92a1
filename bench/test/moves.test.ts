import { ways } from '@cutover/alias-migration';
import { secondsToMs } from '@cutover/ground';
import type { World } from '@cutover/local-aws';
import { costOf, move } from '../src/moves/cost';
import { moveAsPeers } from '../src/moves/peer';

const strategies = Object.values(ways).map(({ strategy }) => strategy);

/** Calls of a service in the ten seconds that had most of them. */
function busiest({ calls }: World, service: string): number {
  const instants = calls
    .filter((call) => call.service === service)
    .map(({ at, into }) => at + into)
    .sort((one, other) => one - other);
  const upTo = (instant: number): number =>
    instants.filter((other) => other <= instant && other > instant - secondsToMs(10)).length;
  return Math.max(...instants.map(upTo));
}

/** Of one migration, in any ten seconds. Route 53 takes five requests a second; the others publish nothing as low. */
const BUDGET = { cloudfront: 20, route53: 50, ssm: 50 };

function expectWithinBudget(world: World): void {
  const over = Object.entries(BUDGET)
    .map(([service, most]) => ({ service, most, calls: busiest(world, service) }))
    .filter(({ most, calls }) => calls > most);
  expect(over).toEqual([]);
}

test('WILDCARD moves a hundred names with at most four updates of distributions, within the budget', async () => {
  const world = await move('WILDCARD', 100);
  expect(costOf(world)['changes of distributions']).toBeLessThanOrEqual(4);
  expectWithinBudget(world);
}, 120_000);

test('ATOMIC takes one call a name', async () => {
  expect(costOf(await move('ATOMIC', 12))['changes of distributions']).toBe(12);
}, 60_000);

test.each(strategies)(
  '%s asks no faster than the budget',
  async (strategy) => {
    expectWithinBudget(await move(strategy, 12));
  },
  60_000,
);

test('the same seed costs the same', async () => {
  expect(costOf(await move('ATOMIC', 2))).toEqual(costOf(await move('ATOMIC', 2)));
});

test('the peer moves every name, with a record and a call for each', () => {
  const { 'changes of distributions': changes, 'calls of Route 53': records } = costOf(moveAsPeers(12));
  expect([changes, records]).toEqual([12, 12]);
});
