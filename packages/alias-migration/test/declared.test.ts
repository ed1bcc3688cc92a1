import { findInDeclaration, type Migration, migrationOf } from '../src';
import { aMigration } from './builder';

const { source, aliases } = aMigration();

test.each<[string, Partial<Migration>, string]>([
  [
    'a target that is the source',
    { target: { distributionId: source.distributionId } },
    'Target.DistributionId',
  ],
  [
    'a source in another account without a role',
    { source: { ...source, roleArn: undefined } },
    'Source.RoleArn',
  ],
  ['a wave with a name that is not declared', { waves: [['c.example.com'], aliases] }, 'Waves'],
  ['a name in two waves', { waves: [aliases, ['a.example.com']] }, 'Waves'],
  ['an order of cutover in ATOMIC', { strategy: 'ATOMIC', cutoverOrder: 'DNS_FIRST' }, 'CutoverOrder'],
  ['a wildcard in ATOMIC', { strategy: 'ATOMIC', wildcard: { keep: true } }, 'Wildcard'],
  [
    'a wildcard that does not reach a name',
    { wildcard: { name: '*.a.example.com', keep: false } },
    'Wildcard.Name',
  ],
  ['a bypass in WILDCARD', { strategy: 'WILDCARD', bypass: { records: [], drainSeconds: 0 } }, 'Bypass'],
  ['BYPASS without a bypass', { strategy: 'BYPASS' }, 'Bypass'],
  [
    'BYPASS without a zone',
    {
      strategy: 'BYPASS',
      dns: undefined,
      bypass: { records: [{ type: 'A', values: ['1'] }], drainSeconds: 0 },
    },
    'Dns',
  ],
  [
    'a bypass for a name that is not declared',
    { bypass: { records: [{ name: 'z.example.com', type: 'A', values: ['1'] }], drainSeconds: 0 } },
    'Bypass.Records',
  ],
  [
    'a bypass that leaves a name out',
    { bypass: { records: [{ name: 'a.example.com', type: 'A', values: ['1'] }], drainSeconds: 0 } },
    'Bypass.Records',
  ],
  [
    'a bypass with a CNAME beside addresses',
    {
      bypass: {
        records: [
          { type: 'CNAME', values: ['x.example.net'] },
          { type: 'A', values: ['1'] },
        ],
        drainSeconds: 0,
      },
    },
    'Bypass.Records',
  ],
  ['a downtime that nothing needs', { strategy: 'WILDCARD', maxDowntimeSeconds: 60 }, 'MaxDowntimeSeconds'],
  ['RELEASE without a zone to look at', { deletionBehavior: 'RELEASE', dns: undefined }, 'DeletionBehavior'],
])('%s is found before any call', (_words, changes, property) => {
  expect(findInDeclaration(aMigration(changes))).toMatchObject({ property });
});

test('a sound declaration has no finding', () => {
  expect(findInDeclaration(aMigration())).toBeUndefined();
});

describe('waves', () => {
  const declaration = {
    Aliases: ['c.example.com', 'b.example.com', 'a.example.com'],
    Target: { DistributionId: 'E2222222TARGET' },
    Source: { DistributionId: 'E1111111SOURCE' },
  };

  test('names that no wave lists move in a last one', () => {
    const Waves = [{ Aliases: ['b.example.com'] }];
    expect(migrationOf({ ...declaration, Waves }, '1').waves).toEqual([
      ['b.example.com'],
      ['a.example.com', 'c.example.com'],
    ]);
  });

  test('not declared, all names move at once', () => {
    expect(migrationOf(declaration, '1').waves).toBeUndefined();
  });
});
