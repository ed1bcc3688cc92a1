import { choose, type Migration, type Observed, ways } from '../src';
import { aMigration, aSource, aWorld } from './builder';

const APEX = { aliases: ['example.com'] };
const bypass = { records: [{ type: 'A', values: ['198.51.100.7'] }], drainSeconds: 60 } as const;
const disabled = { source: aSource({ enabled: false }) };
const oneAccount = { source: { distributionId: 'E1111111SOURCE', accountId: '310123456789' } };

interface Row {
  readonly when: string;
  readonly migration?: Partial<Migration>;
  readonly world?: Partial<Observed>;
  readonly takes: string;
}

const rows: Row[] = [
  { when: 'both ends are in one account', migration: oneAccount, takes: 'ATOMIC' },
  { when: 'an apex moves within one account', migration: { ...oneAccount, ...APEX }, takes: 'ATOMIC' },
  { when: 'the accounts differ', takes: 'WILDCARD' },
  { when: 'the accounts differ and a bypass is declared', migration: { bypass }, takes: 'WILDCARD' },
  {
    when: 'an apex crosses accounts and a bypass is declared',
    migration: { ...APEX, bypass },
    takes: 'BYPASS',
  },
  {
    when: 'a wildcard crosses accounts and a bypass is declared',
    migration: { aliases: ['*.example.com'], bypass },
    takes: 'BYPASS',
  },
  {
    when: 'an apex crosses accounts from a source that is disabled already',
    migration: APEX,
    world: disabled,
    takes: 'DISABLED_SOURCE',
  },
];

describe('AUTO', () => {
  test.each(rows)(
    'when $when, takes $takes and says why it left the others',
    ({ migration, world, takes }) => {
      const { way, others } = choose({ migration: aMigration(migration), observed: aWorld(world) });
      expect(way.strategy).toBe(takes);
      expect(others.map(({ strategy }) => strategy)).toEqual(
        Object.keys(ways).filter((strategy) => strategy !== takes),
      );
      expect(others.every(({ whyNot }) => whyNot.length > 0)).toBe(true);
    },
  );

  test('never takes a strategy with downtime: nothing is open for an apex across accounts', () => {
    const prospect = { migration: aMigration(APEX), observed: aWorld() };
    expect(Object.values(ways).filter((way) => way.whyNot(prospect) === undefined)).toEqual([]);
  });
});

test('only a disabled source leaves names without an answer, and only for the downtime that is allowed', () => {
  const bounds = Object.values(ways).map((way) => [
    way.strategy,
    way.unservedSeconds(aMigration()),
    way.unservedSeconds(aMigration({ maxDowntimeSeconds: 300 })),
  ]);
  expect(bounds).toEqual([
    ['ATOMIC', 0, 0],
    ['WILDCARD', 0, 0],
    ['BYPASS', 0, 0],
    ['DISABLED_SOURCE', 0, 300 + 2100],
  ]);
});
