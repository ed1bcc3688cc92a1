import { parseFault } from '@cutover/local-aws';
import { live } from '../src/run';
import { type Case, cases } from '../src/worlds';

/*
 * What a fault does for good cannot be waited out. The move ends as it began then, and no name is without an answer on
 * the way there.
 */

const [wildcard, , atomic] = cases as readonly [Case, Case, Case, Case];
const healthyMoveSucceeds = 'a healthy move succeeds and a sick one fails, whatever single fault strikes';

const faults: [sentence: string, scenario: Case, fault: string][] = [
  [
    'the records are never published, across accounts',
    wildcard,
    'route53.ChangeResourceRecordSets.unpublished',
  ],
  ['the records are never published, in one account', atomic, 'route53.ChangeResourceRecordSets.unpublished'],
  [
    'the certificate expires before the target takes the wildcard',
    wildcard,
    'cloudfront.UpdateDistribution.expired@1',
  ],
  [
    'the certificate expires before the target claims the names',
    wildcard,
    'cloudfront.UpdateDistribution.expired@3',
  ],
  [
    'the certificate expires before the names move in one step',
    atomic,
    'cloudfront.UpdateDomainAssociation.expired',
  ],
];

test.each(faults)(
  '%s: everything is put back, without a gap',
  async (_sentence, scenario, fault) => {
    const world = scenario.make('1');
    world.faults.push(parseFault(fault));
    const { created, deleted, violations } = await live(scenario, world);
    expect(world.calls.some((call) => call.fault !== undefined)).toBe(true);
    expect([created, deleted]).toEqual(['failed', 'succeeded']);
    expect(violations.map(({ law }) => law)).toEqual([healthyMoveSucceeds]);
  },
  60_000,
);

test('a stranger takes the transit wildcard: the names stay where they are', async () => {
  const world = wildcard.make('1');
  world.faults.push(parseFault('cloudfront.UpdateDistribution.stolen@1'));
  const { created, deleted, violations } = await live(wildcard, world);
  expect([created, deleted]).toEqual(['failed', 'succeeded']);
  // The stranger's distribution is the only trace, with each of its members.
  const traces = violations.map(
    ({ law, found }) => `${law}: ${found.replace(/^\w+ of \w+/, 'member').split(',')[0]}`,
  );
  expect([...new Set(traces)]).toEqual([
    'a failed move ends as it began: member was undefined',
    `${healthyMoveSucceeds}: the create has failed`,
  ]);
}, 60_000);
