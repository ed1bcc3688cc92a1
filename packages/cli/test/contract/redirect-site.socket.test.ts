import { join } from 'node:path';
import { buildCutover } from '../built';
import {
  alwaysPassing,
  alwaysSkipped,
  journalsOf,
  namesOf,
  reasonsOf,
  runSet,
  type SuiteRun,
  sayCost,
} from './suite-run';

const type = join(__dirname, '..', '..', '..', '..', 'awscommunity-redirect-site');

beforeAll(buildCutover, 120_000);

const passing = [...alwaysPassing, 'contract_create_taggable', 'contract_update_tag_updatable'];

describe.each([
  ['with the rules in the template', 1, 'GetObject', 0],
  ['on a distribution that is there', 2, 'CreateDistributionWithTags', 0],
  ['with the rules in S3', 3, 'GetObject', 5],
] as const)("AWS's contract suite of a redirect site, %s", (_, set, operation, times) => {
  let run: SuiteRun;
  const callsOf = (wanted: string): number =>
    run.world.calls.filter(
      ({ actor, operation, outcome }) => actor === 'handler' && operation === wanted && outcome === 'ok',
    ).length;

  beforeAll(async () => {
    run = await runSet(type, set);
    sayCost(run);
  }, 300_000);

  test('runs every test, and all pass or are skipped for a known reason', () => {
    const { report, output } = run;
    if (report.verdict !== 'PASSED') throw new Error(`${JSON.stringify(report.tests, null, 2)}\n${output}`);
    expect(namesOf(run, 'passed').sort()).toEqual([...passing].sort());
    expect(reasonsOf(run)).toEqual(alwaysSkipped);
  });

  test('really publishes the rules, at every create and at the update', () => {
    const { CREATE, UPDATE } = run.report.handlers;
    expect([CREATE?.succeeded, UPDATE?.succeeded]).toEqual([4, 1]);
    expect(callsOf('PublishFunction')).toBe(5);
  });

  test(`calls ${operation} ${times === 0 ? 'never' : 'for each of them'}`, () => {
    if (times === 0) expect(callsOf(operation)).toBe(0);
    else expect(callsOf(operation)).toBeGreaterThanOrEqual(times);
  });

  test('leaves what the setup has made, and nothing else', () => {
    const { storeItems, certificates, distributions, hostedZones } = run.world;
    expect([...journalsOf(run), ...storeItems.keys()]).toEqual([]);
    expect([...certificates.values()].map(({ names }) => names)).toEqual([['*.example.com']]);
    expect([...distributions.values()].map(({ config }) => config)).toEqual([
      expect.objectContaining({
        Comment: 'contract test of redirects',
        Enabled: true,
        Aliases: { Quantity: 0 },
        DefaultCacheBehavior: expect.objectContaining({ FunctionAssociations: { Quantity: 0 } }),
      }),
    ]);
    const records = [...hostedZones.values()].flatMap((zone) => zone.records.map(({ Type }) => Type));
    // The last is what ACM asks for to renew the setup's certificate.
    expect(records).toEqual(['NS', 'SOA', 'CNAME']);
  });
});
