import { budgets, compile, compileStores } from '../../src';
import { bulkRules } from '../support/bulk';
import { askEdge } from '../support/edge';
import { exact, regex, rule, ruleSet, site } from '../support/sets';

describe('a set that is larger than a store', () => {
  const rules = bulkRules({ redirects: 20_000, hosts: 10 });
  const stores = compileStores(rules, { storeBytes: 300_000 });

  it('becomes several, none of them over what is to be filled', () => {
    expect(stores.map(({ stats }) => stats.hosts)).toEqual([3, 3, 3, 1]);
    expect(stores.flatMap(({ hosts }) => hosts)).toEqual(rules.sites.flatMap(({ hosts }) => hosts));
    for (const { stats } of stores) expect(stats.bytes).toBeLessThanOrEqual(300_000);
  });

  it('answers each host from one of them', async () => {
    const { match, outcome } = rules.sites[7]!.rules[0]!;
    const uri = match.path.kind === 'exact' ? match.path.path : '';
    const asked = stores.map((store) => askEdge(store, [{ host: rules.sites[7]!.hosts[0]!, uri, now: 0 }]));
    const answers = (await Promise.all(asked)).flat();
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 301, 404]);
    expect(answers[2]!.location).toBe(outcome.target?.url);
  });

  it('is as without division where one store holds it', () => {
    const [only, ...others] = compileStores(rules);
    expect(others).toEqual([]);
    expect([...only!.items]).toEqual([...compile(rules).items]);
  });
});

describe('a set in several stores that is edited', () => {
  const hostsOf = (stores: ReturnType<typeof compileStores>) => stores.map(({ hosts }) => hosts);
  const named = (names: string) =>
    ruleSet(
      ...names.split(' ').map((name) =>
        site(
          `${name[0]}.org`,
          Array.from({ length: Number(name.slice(1)) }, (_, at) =>
            rule(`${name}${at}`, { match: exact(`/${at}`) }),
          ),
        ),
      ),
    );
  const storeBytes = 2 * compile(named('a200')).stats.bytes + 500;
  const stores = (names: string, before: readonly (readonly string[])[] = []) =>
    hostsOf(compileStores(named(names), { storeBytes, before }));
  const first = stores('a200 b200 c200 d200');

  it('is in two before', () => {
    expect(first).toEqual([
      ['a.org', 'b.org'],
      ['c.org', 'd.org'],
    ]);
  });

  test.each<[sentence: string, after: string, hosts: readonly (readonly string[])[]]>([
    ['a site that goes draws none after it', 'b200 c200 d200', [['b.org'], ['c.org', 'd.org']]],
    [
      'a site that comes first goes where there is room',
      'e100 b200 c200 d200',
      [
        ['e.org', 'b.org'],
        ['c.org', 'd.org'],
      ],
    ],
    ['a site that grows stays, over what is to be filled', 'a200 b300 c200 d200', first],
    ['a site for which there is no room gets a store', 'e200 a200 b200 c200 d200', [...first, ['e.org']]],
    [
      'sites in another order stay',
      'd200 c200 b200 a200',
      [
        ['b.org', 'a.org'],
        ['d.org', 'c.org'],
      ],
    ],
    ['a store that is left empty keeps its place', 'c200 d200', [[], ['c.org', 'd.org']]],
    ['the last store goes with its sites', 'a200 b200', [['a.org', 'b.org']]],
  ])('%s', (_, after, hosts) => {
    expect(stores(after, first)).toEqual(hosts);
  });
});

describe('paths with targets so long that three fill more than a bucket', () => {
  const rules = ruleSet(
    site(
      'a.org',
      Array.from({ length: 5_000 }, (_, at) =>
        rule(`r${at}`, { match: exact(`/p${at}`), to: `https://b.org/${`${at}-`.padEnd(350, 'x')}` }),
      ),
    ),
  );
  const compiled = compile(rules);

  it('are tried one by one where three share a slot, and the others are found', async () => {
    const asked = rules.sites[0]!.rules.map((_, at) => ({ host: 'a.org', uri: `/p${at}`, now: 0 }));
    const answers = await askEdge(compiled, asked);
    expect(answers.filter(({ status }) => status !== 301)).toEqual([]);
    expect(compiled.stats.indexedRules).toBeLessThan(5_000);
    expect(compiled.stats.indexedRules).toBeGreaterThan(4_900);
  });
});

const tooLarge: readonly [sentence: string, rules: () => ReturnType<typeof ruleSet>, says: RegExp][] = [
  [
    'more paths of one host than a store has room for',
    () => bulkRules({ redirects: 180_000 }),
    /^site www\.example\.com: 180000 paths take 6\.\d MB, and a store holds 5: .*pattern.*another host$/,
  ],
  [
    'a rule that is longer than an item',
    () =>
      ruleSet(
        site('a.org', [rule('long', { match: exact('/a'), to: `https://b.org/${'x'.repeat(1_000)}` })]),
      ),
    /^site a\.org: rule long takes 10\d\d bytes; at most 980 fit into an item: shorten it$/,
  ],
  [
    'more rules that must be tried one by one than anybody waits for',
    () =>
      ruleSet(
        site(
          'a.org',
          Array.from({ length: 900 }, (_, at) =>
            rule(`r${at}`, {
              match: regex(`/${at}-[a-z]+-${'x'.repeat(40)}$`),
              to: `https://b.org/${at}/${'y'.repeat(20)}`,
            }),
          ),
        ),
      ),
    /^site a\.org: \d+ bytes of rules that must be tried one by one; at most 60 items are: .*literal segment/,
  ],
  [
    'a name that is longer than a key',
    () => ruleSet(site(`${'a.'.repeat(260)}org`, [rule('one')])),
    /the name is longer than a key may be$/,
  ],
];

describe('the compiler says what the layout cannot hold:', () => {
  test.each(tooLarge)('%s', (_, rules, says) => {
    const compiling = rules();
    expect(() => compile(compiling)).toThrow(
      expect.objectContaining({ name: 'SiteProblem', message: expect.stringMatching(says) }),
    );
  });
});

test('a path with a control character is refused by its rule: items have them between fields', () => {
  const rules = ruleSet(
    site('a.org', [rule('bell', { match: { ...exact('/\x07'), encoding: 'nginx' }, to: 'https://b.org/' })]),
  );
  expect(() => compile(rules)).toThrow(/^rules\.yaml:1:1: rule bell: a control character/);
});

test('a store is 5 MB', () => {
  expect(budgets.storeBytes).toBe(5_242_880);
});
