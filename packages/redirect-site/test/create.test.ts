import { shownOf } from '../src';
import { create, SITE_ID } from './support/driver';
import { Judge, lawOf } from './support/judge';
import { rules, worldWithZones } from './support/sites';

describe('a site that is created', () => {
  const world = worldWithZones();
  const judge = new Judge(world, lawOf({ declared: rules() }, world.now));

  test('answers by its rules when the run is done, and says by how many', async () => {
    const end = await create(world, rules());
    expect(end).toMatchObject({
      kind: 'succeeded',
      message: 'Generation 1 answers by 3 rules; 14 tests passed.',
    });
    expect(judge.running()).toEqual(['declared']);
    expect(judge.complaints).toEqual([]);
    expect(shownOf(end.journal!)).toMatchObject({
      SiteId: SITE_ID,
      Generation: 1,
      RuleCount: 3,
      TestsPassed: 14,
      MaxUtilization: 13,
      DistributionDomainNames: ['edfdvbd1.cloudfront.net'],
      RequiredRecords: [],
      Drift: [],
    });
  });

  test('has its hosts on one distribution, under one certificate, with records in their zones', () => {
    const [distribution] = world.distributions.kept.values();
    expect(distribution).toMatchObject({
      aliases: ['example.com', 'www.example.com', 'old.example.net'],
      certificateArn: expect.stringContaining('certificate/1'),
      functionArn: expect.stringContaining('function/redirect-rs-1'),
    });
    const records = world.dns.zones.get('ZCOM')?.records.map(({ name, type }) => `${name} ${type}`);
    expect(records?.sort()).toEqual([
      '_acm.example.com CNAME',
      '_acm.www.example.com CNAME',
      'example.com A',
      'example.com AAAA',
      'example.com HTTPS',
      'www.example.com A',
      'www.example.com AAAA',
      'www.example.com HTTPS',
    ]);
  });

  test('writes its items in one call, and never reads them', () => {
    expect(world.count('stores.update')).toBe(1);
    expect(world.count('stores.items')).toBe(0);
  });

  test('changes nothing when it is asked for once more', async () => {
    const before = world.calls.length;
    expect(await create(world, rules())).toMatchObject({ kind: 'succeeded', turns: 1 });
    expect(new Set(world.calls.slice(before))).toEqual(new Set(['parameters.list']));
  });
});
