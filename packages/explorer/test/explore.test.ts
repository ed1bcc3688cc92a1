import { isDeepStrictEqual } from 'node:util';
import { cases, explore } from '../src';
import { live } from '../src/run';
import { allCases, type Case } from '../src/worlds';

const SEED = '1';
/** CI's share; `npm run explore` walks all of them. */
const SCHEDULES = 1000;
const clock = { now: () => performance.now() };

test.each(allCases.map((scenario) => [scenario.name, scenario] as const))(
  '%s, without faults, keeps every law',
  async (_name, scenario) => {
    const { violations, created, deleted } = await live(scenario, scenario.make(SEED));
    expect(violations).toEqual([]);
    expect([created, deleted]).toEqual(
      scenario.isHealthy
        ? ['succeeded', scenario.isReturned ? 'succeeded' : undefined]
        : ['failed', 'succeeded'],
    );
  },
);

test('no single fault, and no death of the handler at any call, breaks a law', async () => {
  const { violations, schedules, worlds, reached } = await explore({
    seed: SEED,
    seconds: Number.POSITIVE_INFINITY,
    count: SCHEDULES,
    clock,
  });
  expect(violations.map(({ replay, law, found }) => ({ replay, law, found }))).toEqual([]);
  expect(worlds).toBe(allCases.length);
  expect(schedules).toBe(SCHEDULES);
  // A release of names is walked by the domain's own tests.
  expect(reached.neverIn).toEqual(['FREEING']);
}, 600_000);

test.each([
  ['two faults of calls that change something', 'pairs', 100],
  ['up to five faults anywhere', 'weather', 100],
  ['edges that take the deployments in any order', 'orders', 60],
] as const)(
  '%s break no law',
  async (_words, mode, count) => {
    const seconds = Number.POSITIVE_INFINITY;
    const { violations, schedules } = await explore({ seed: SEED, mode, seconds, count, clock });
    expect(violations.map(({ replay, law, found }) => ({ replay, law, found }))).toEqual([]);
    expect(schedules).toBe(count);
  },
  600_000,
);

test('the same seed gives the same calls', async () => {
  for (const scenario of cases) {
    const [one, other] = [await live(scenario, scenario.make('7')), await live(scenario, scenario.make('7'))];
    // Thousands of calls: jest's own comparison takes longer than both lives.
    expect([scenario.name, isDeepStrictEqual(other.world.calls, one.world.calls)]).toEqual([
      scenario.name,
      true,
    ]);
  }
});

test('a violation is told with the fewest faults that show it, and its command shows it again', async () => {
  const [wildcard] = cases;
  // An edge that serves nobody: whatever the faults do, they are not the reason.
  const scenario: Case = {
    ...wildcard!,
    make: (seed) => {
      const world = wildcard!.make(seed);
      for (const edge of world.edges) edge.serving.delete(wildcard!.migration.source.distributionId);
      return world;
    },
  };
  const fault = 'ssm.PutParameter.lost@1+handler.kill.before@5+cloudfront.GetDistribution.throttled@2';
  const options = { seed: SEED, seconds: 600, cases: [scenario], clock };
  const [found] = (await explore({ ...options, fault })).violations;
  expect(found).toMatchObject({ fault: 'cloudfront.GetDistribution.throttled@2' });
  const again = await explore({ ...options, fault: found!.fault });
  expect(again.violations[0]).toMatchObject({ law: found!.law, found: found!.found });
});

test.each(['split', 'slow'])(
  'a change that is %s ends a healthy move whose downtime has a bound, and is no violation',
  async (kind) => {
    const cases = allCases.filter(({ migration }) => migration.maxDowntimeSeconds !== undefined);
    const fault = `cloudfront.UpdateDistribution.${kind}@1`;
    const { schedules, violations } = await explore({ seed: SEED, seconds: 600, cases, fault, clock });
    expect([schedules, violations]).toEqual([3, []]);
  },
);

describe('the checkers are awake', () => {
  test('a name that is dropped before anybody else serves it is seen', async () => {
    const [wildcard] = cases;
    if (!wildcard) throw new Error('There are no cases.');
    const world = wildcard.make(SEED);
    // The naive way: the source lets the name go, and no wildcard is there to catch it.
    for (const edge of world.edges) edge.serving.delete(wildcard.migration.source.distributionId);
    const { violations } = await live(wildcard, world);
    expect(violations.map(({ law }) => law)).toContain(
      'every name is served by the source or the target, at every edge, at every instant',
    );
  });
});
