import {
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedParameter,
  seedRole,
} from '../../src/world/seed';
import { statusOf } from '../../src/world/view';
import { refusal } from '../support/refusal';
import {
  acm,
  aliases,
  certificateFor,
  emptyCloud,
  existing,
  smallConfig,
  sourceAccount,
  startedAt,
  targetAccount,
  txt,
} from './cloud';

test('a distribution is there as it was pasted, deployed on every edge', () => {
  const world = emptyCloud();
  const seeded = seedDistribution(world, {
    accountId: sourceAccount,
    id: 'E1111111SOURCE',
    domainName: 'd111111abcdef8.cloudfront.net',
    etag: 'E111111111ETAG',
    config: smallConfig({
      Aliases: aliases('a.example.com'),
      ViewerCertificate: acm(certificateFor(world, sourceAccount, ['*.example.com'])),
    }),
    tags: [{ Key: 'team', Value: 'web' }],
  });
  expect(seeded).toMatchObject({ etag: 'E111111111ETAG', domainName: 'd111111abcdef8.cloudfront.net' });
  expect(statusOf(world, seeded)).toBe('Deployed');
  expect(world.edges.map((edge) => edge.serving.get('E1111111SOURCE')?.config)).toEqual(
    world.edges.map(() => seeded.config),
  );
  expect(world.ownerHistory).toEqual([{ at: startedAt, alias: 'a.example.com', distributionId: seeded.id }]);
});

describe('a distribution is refused, with the fact found and the way out', () => {
  const seed = (config: object) => {
    const world = emptyCloud();
    existing(world, { account: targetAccount, id: 'EOTHER', aliases: ['held.example.com'] });
    const ViewerCertificate = acm(certificateFor(world, sourceAccount, ['*.example.com']));
    return refusal(() =>
      seedDistribution(world, {
        accountId: sourceAccount,
        id: 'ESOURCE',
        config: { ...smallConfig({ ViewerCertificate }), ...config },
      }),
    );
  };
  test.each([
    [
      'when another one lists its alias',
      { Aliases: aliases('held.example.com') },
      /^CNAMEAlreadyExists 409.*EOTHER/,
    ],
    [
      'when its certificate is not there',
      { ViewerCertificate: acm('arn:aws:acm:us-east-1:636696000000:certificate/none') },
      /^InvalidViewerCertificate 400.*add the output of `aws acm describe-certificate`/,
    ],
    [
      'when its certificate does not cover an alias',
      { Aliases: aliases('a.example.org') },
      /^InvalidViewerCertificate 400.*lists a\.example\.org, which its certificate does not cover/,
    ],
    ['when its lists count themselves wrongly', { Aliases: { Quantity: 1 } }, /^InconsistentQuantities 400/],
  ])('%s', (_sentence, config, expected) => {
    expect(seed(config)).toMatch(expected);
  });
});

test('an id can be there once', () => {
  const world = emptyCloud();
  existing(world, { id: 'ESOURCE' });
  expect(refusal(() => existing(world, { id: 'ESOURCE' }))).toMatch(/There are two of distribution ESOURCE/);
});

describe('a hosted zone', () => {
  const seed = (records: Parameters<typeof seedHostedZone>[1]['records']) =>
    seedHostedZone(emptyCloud(), { accountId: sourceAccount, id: 'Z1', name: 'example.com', records });

  test("is published at once, in Route 53's order and spelling, with NS and SOA", () => {
    const zone = seed([txt('b.example.com', 'x'), txt('*.Example.com.', 'y')]);
    expect(zone.published.map(({ Name, Type }) => `${Name} ${Type}`)).toEqual([
      'example.com. NS',
      'example.com. SOA',
      '\\052.example.com. TXT',
      'b.example.com. TXT',
    ]);
    expect(zone.nameServers).toHaveLength(4);
  });

  test('keeps the name servers that were pasted', () => {
    const ns = { Name: 'example.com.', Type: 'NS' as const, TTL: 172_800 };
    const zone = seed([{ ...ns, ResourceRecords: [{ Value: 'ns-1.awsdns-00.com.' }] }]);
    expect(zone.nameServers).toEqual(['ns-1.awsdns-00.com']);
    expect(zone.records.filter(({ Type }) => Type === 'NS')).toHaveLength(1);
  });
});

test('a certificate belongs to the account of its ARN, lower case, valid unless it says otherwise', () => {
  const world = emptyCloud();
  const arn = `arn:aws:acm:us-east-1:${sourceAccount}:certificate/1`;
  expect(refusal(() => seedCertificate(world, { accountId: targetAccount, arn, names: ['a.b'] }))).toMatch(
    /is not one of account 310123456789/,
  );
  expect(seedCertificate(world, { accountId: sourceAccount, arn, names: ['*.Example.com'] })).toMatchObject({
    names: ['*.example.com'],
    region: 'us-east-1',
    status: 'ISSUED',
  });
});

test('roles and parameters are there under their names', () => {
  const world = emptyCloud();
  const arn = `arn:aws:iam::${sourceAccount}:role/Mover`;
  seedRole(world, { arn, name: 'Mover', accountId: sourceAccount, trust: { Statement: [] }, policies: [] });
  seedParameter(world, { accountId: sourceAccount, region: 'us-east-1', name: '/a', value: 'b' });
  expect([...world.roles.keys()]).toEqual([arn]);
  expect([...world.parameters.values()]).toMatchObject([
    { name: '/a', value: 'b', version: 1, type: 'String' },
  ]);
});
