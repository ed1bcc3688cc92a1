import { declaredTests, hostsOf, prepare, type Request, runTest, runTests, type Verdict } from '../../src';
import type { DeclaredTest } from '../../src/model/rule-set';
import { rulesOf } from '../rules-of';

const rules = rulesOf(`
Sites:
- Hosts: [a.test]
  Rules:
  - Match: /short
    To: https://b.test/middle#part
  - Match: /out
    To: https://elsewhere.test/
    Status: 302
    Headers: {X-Own: '1'}
  - Match: /gone
    Status: 410
  - Match: /self
    To: https://a.test/self
  - Match: /there
    To: https://b.test/back
- Hosts: [b.test]
  Rules:
  - Match: /middle
    To: https://elsewhere.test/end
  - Match: /back
    To: https://a.test/there
`);
const answer = prepare(rules);
const isOurs = hostsOf(rules);
const now = 0;
const expecting = (url: string, expect: Partial<DeclaredTest['expect']>): DeclaredTest => ({
  url,
  headers: {},
  expect: { headers: {}, ...expect },
  at: { file: 'rules.yaml', line: 1, column: 1 },
});

const cases: readonly (readonly [sentence: string, test: DeclaredTest, verdict: Verdict, says: string])[] = [
  [
    'a location as expected',
    expecting('http://a.test/out', { location: 'https://elsewhere.test/' }),
    'MATCHED',
    '',
  ],
  [
    'a later hop as expected',
    expecting('https://a.test/short', { location: 'https://elsewhere.test/end' }),
    'MATCHED',
    '',
  ],
  [
    'the first of several',
    expecting('https://a.test/short', { location: 'https://b.test/middle#part' }),
    'MATCHED',
    '',
  ],
  ['a status alone', expecting('https://a.test/gone', { status: 410 }), 'MATCHED', ''],
  ['a header too', expecting('https://a.test/out', { headers: { 'x-own': '1' } }), 'MATCHED', ''],
  [
    'another status',
    expecting('https://a.test/out', { location: 'https://elsewhere.test/', status: 301 }),
    'STATUS',
    'expected status 301, got 302',
  ],
  [
    'another location',
    expecting('https://a.test/short', { location: 'https://b.test/' }),
    'MISMATCH',
    'expected https://b.test/, got 301 https://b.test/middle#part -> 301 https://elsewhere.test/end',
  ],
  [
    'another header',
    expecting('https://a.test/out', { headers: { 'x-own': '2' } }),
    'MISMATCH',
    'expected x-own: 2, got 1',
  ],
  [
    'a redirect to itself, whatever is expected',
    expecting('http://a.test/self', { location: 'https://a.test/self' }),
    'LOOP',
    '301 https://a.test/self comes back to where it was',
  ],
  [
    'a redirect to another that comes back',
    expecting('https://a.test/there', { location: 'https://b.test/back' }),
    'LOOP',
    '301 https://b.test/back -> 301 https://a.test/there comes back to where it was',
  ],
  ['no URL', expecting('mailto:a@a.test', {}), 'MISMATCH', 'mailto:a@a.test is no http URL'],
];

describe('a test, hop by hop within the set', () => {
  test.each(cases)('%s', (_, one, verdict, says) => {
    expect(runTest(one, answer, isOurs, now)).toMatchObject({ verdict, says });
  });

  test('comes to the same on an engine that answers many at once', async () => {
    const turns: number[] = [];
    const answers = async (requests: readonly Request[]) => {
      turns.push(requests.length);
      return requests.map(answer);
    };
    const results = await runTests(
      cases.map(([, one]) => one),
      answers,
      isOurs,
      now,
    );
    expect(results.map(({ verdict }) => verdict)).toEqual(cases.map(([, , verdict]) => verdict));
    expect(turns).toEqual([10, 4]);
  });

  test('is of the set, of a site or of a rule', () => {
    const text = `
Sites:
- Hosts: [a.test]
  Rules:
  - To: https://b.test/
    Tests: [{Url: /rule, Expect: https://b.test/}]
  Tests: [{Url: /site, Expect: https://b.test/}]
Tests: [{Url: https://a.test/set, Expect: https://b.test/}]
`;
    expect(
      declaredTests(rulesOf(text))
        .map(({ url }) => url.slice('https://a.test'.length))
        .sort(),
    ).toEqual(['/rule', '/set', '/site']);
  });
});
