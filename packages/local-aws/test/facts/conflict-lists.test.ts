import type { ListConflictingAliasesResult } from '@aws-sdk/client-cloudfront';
import { masked } from '../../src/world/cloudfront/moving/conflicts';
import type { World } from '../../src/world/world';
import { ask, existing, outcome, sourceAccount, targetAccount, told } from '../world/cloud';
import { across, setUp } from '../world/moving';

const list = (world: World, query: object = {}, account = targetAccount) =>
  ask(
    world,
    'ListConflictingAliases',
    { DistributionId: 'ETARGET', Alias: 'a.example.com', ...query },
    account,
  );
const listed = (world: World, query?: object) =>
  told<ListConflictingAliasesResult>(list(world, query)).ConflictingAliasesList!;

describe('ListConflictingAliases', () => {
  test('shows who has the name or overlaps it, in any account, and masks half of every id [documented]', () => {
    const { world } = setUp(across);
    existing(world, { account: targetAccount, id: 'EWILDCARD', aliases: ['*.example.com'] });
    expect(listed(world)).toEqual({
      MaxItems: 100,
      Quantity: 2,
      Items: [
        { Alias: 'a.example.com', DistributionId: '***URCE', AccountId: '******000000' },
        { Alias: '*.example.com', DistributionId: '****DCARD', AccountId: '******456789' },
      ],
    });
  });

  test('of a wildcard shows the names under it [documented]', () => {
    const { world } = setUp(across);
    expect(listed(world, { Alias: '*.example.com' }).Items?.map(({ Alias }) => Alias)).toEqual([
      'a.example.com',
      'b.example.com',
    ]);
  });

  test('pages by 100, or by MaxItems, with a marker for the next page [documented]', () => {
    const { world } = setUp(across);
    const first = listed(world, { Alias: '*.example.com', MaxItems: 1 });
    const second = listed(world, { Alias: '*.example.com', MaxItems: 1, Marker: first.NextMarker });
    expect([first, second].map(({ Items }) => Items?.map(({ Alias }) => Alias))).toEqual([
      ['a.example.com'],
      ['b.example.com'],
    ]);
    expect(second.NextMarker).toBeUndefined();
  });

  const refusals: [sentence: string, query: object, account: string, expected: string][] = [
    [
      'answers only for a distribution whose certificate covers the name [documented, observed]',
      { Alias: 'a.example.org' },
      targetAccount,
      'InvalidArgument 400',
    ],
    [
      'answers only for a distribution of the caller [documented]',
      {},
      sourceAccount,
      'NoSuchDistribution 404',
    ],
    [
      'takes distribution ids of 25 characters at most [documented]',
      { DistributionId: `E${'1'.repeat(25)}` },
      targetAccount,
      'InvalidArgument 400',
    ],
    [
      'takes names of 253 characters at most [documented]',
      { Alias: `${'a.'.repeat(122)}example.com` },
      targetAccount,
      'InvalidArgument 400',
    ],
  ];
  test.each(refusals)('%s', (_sentence, query, account, expected) => {
    expect(outcome(list(setUp(across).world, query, account))).toBe(expected);
  });
});

describe('ListDomainConflicts', () => {
  const ofResource = (resource: object) =>
    outcome(
      ask(
        setUp(across).world,
        'ListDomainConflicts',
        { Domain: 'a.example.com', DomainControlValidationResource: resource },
        targetAccount,
      ),
    );
  test('takes a distribution or a tenant, never both or none [documented]', () => {
    expect(
      [{}, { DistributionId: 'ETARGET', DistributionTenantId: 'dt_1' }, { DistributionId: 'ETARGET' }].map(
        ofResource,
      ),
    ).toEqual(['InvalidArgument 400', 'InvalidArgument 400', 'ok']);
  });
});

describe('a masked id loses the smaller half from its front: all published samples have this form [inferred]', () => {
  test.each([
    ['a distribution of 14 characters', 'E1234567EXAMPL', '*******7EXAMPL'],
    ['a distribution of 13', 'E123455LVBHXZ', '******5LVBHXZ'],
    ['a distribution of 15', 'E1234564ABC123D', '*******4ABC123D'],
    ['an account', '123456112233', '******112233'],
    ['a tenant of 30', `dt_${'1'.repeat(27)}`, `${'*'.repeat(15)}${'1'.repeat(15)}`],
  ])('%s', (_sentence, id, expected) => {
    expect(masked(id)).toBe(expected);
  });
});
