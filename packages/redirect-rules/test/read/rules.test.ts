import { type Rule, type RuleSet, readRules } from '../../src';

function read(text: string): RuleSet {
  const { rules, problems } = readRules(text, 'rules.yml');
  expect(problems).toEqual([]);
  return rules!;
}

const site = (...lines: string[]): string =>
  ['Sites:', '- Hosts: [a.org]', ...lines.map((line) => `  ${line}`)].join('\n');
const rulesOf = (...rules: string[]): readonly Rule[] =>
  read(site('Rules:', ...rules.map((each) => `- ${each}`))).sites[0]!.rules;
const to = 'To: https://b.org/';

describe('a rule file is read', () => {
  test('with everything written out that it does not say', () => {
    expect(read(site('Rules:', `- ${to}`))).toEqual({
      name: 'redirects',
      sites: [
        {
          id: 'a.org',
          hosts: ['a.org'],
          rules: [
            {
              id: 'a.org any',
              match: {
                path: { kind: 'any' },
                ignoreCase: false,
                ignoreTrailingSlash: false,
                encoding: 'raw',
              },
              outcome: {
                status: 301,
                target: { url: 'https://b.org/', path: 'drop', query: 'keep' },
                headers: {},
              },
              silence: {},
              tests: [],
              at: { file: 'rules.yml', line: 4, column: 5 },
            },
          ],
          unmatched: { status: 404, headers: {} },
          tests: [],
          at: { file: 'rules.yml', line: 2, column: 3 },
        },
      ],
      policy: { minRuleCoverage: 0 },
      tests: [],
    });
  });

  test('as JSON as well as YAML', () => {
    const rules = { Sites: [{ Hosts: ['a.org'], Rules: [{ Match: '/a', To: 'https://b.org/' }] }] };
    const json = read(JSON.stringify({ $schema: './redirect-rules.schema.json', ...rules }));
    const yaml = read(site('Rules:', '- Match: /a', '  To: https://b.org/'));
    expect(withoutPlaces(json)).toEqual(withoutPlaces(yaml));
  });

  test.each<[sentence: string, match: string, path: Rule['match']['path']]>([
    ['a path', '/a/b', { kind: 'exact', path: '/a/b' }],
    ['a path with a colon within a segment', '/a:b', { kind: 'exact', path: '/a:b' }],
    ['a placeholder', '/a/:id/b', { kind: 'pattern', pattern: '/a/:id/b' }],
    ['a star', '/a/*', { kind: 'pattern', pattern: '/a/*' }],
    ['a star alone', "'*'", { kind: 'any' }],
    ['an empty match', '{}', { kind: 'any' }],
    ['a path in the long form', '{Path: /a}', { kind: 'exact', path: '/a' }],
    [
      'a regex',
      "{Regex: '^/a$'}",
      { kind: 'regex', regex: { source: '^/a$', ignoreCase: false }, on: 'path' },
    ],
    [
      'a regex on the whole uri',
      '{Regex: ^/a, On: Uri}',
      { kind: 'regex', regex: { source: '^/a', ignoreCase: false }, on: 'uri' },
    ],
    [
      'a regex that ignores case',
      '{Regex: (?i)^/a}',
      { kind: 'regex', regex: { source: '^/a', ignoreCase: true }, on: 'path' },
    ],
    [
      'a regex that is to ignore case',
      '{Regex: ^/a, IgnoreCase: true}',
      { kind: 'regex', regex: { source: '^/a', ignoreCase: true }, on: 'path' },
    ],
  ])('with %s as a match', (_, match, path) => {
    expect(rulesOf(`Match: ${match}\n    ${to}`)[0]!.match.path).toEqual(path);
  });

  test('with conditions beside the path', () => {
    const [rule] = rulesOf(
      `Match: {Query: {a: x, b: {Regex: (?i)^y}}, QueryRegex: z, UriRegex: w, Country: [DE]}\n    ${to}`,
    );
    expect(rule!.match).toMatchObject({
      path: { kind: 'any' },
      query: {
        a: { kind: 'text', text: 'x' },
        b: { kind: 'regex', regex: { source: '^y', ignoreCase: true } },
      },
      queryRegex: { source: 'z', ignoreCase: false },
      uriRegex: { source: 'w', ignoreCase: false },
      country: ['DE'],
    });
  });

  test('with hosts in small letters, and other scripts as browsers send them', () => {
    expect(read('Sites:\n- Hosts: [A.Org, "*.Bücher.example"]').sites[0]!.hosts).toEqual([
      'a.org',
      '*.xn--bcher-kva.example',
    ]);
  });

  test('with bodies, of plain text unless they say otherwise', () => {
    const [plain, html] = rulesOf(
      '{Status: 410, Body: gone}',
      '{Status: 404, Body: {Text: <p>, ContentType: text/html}}',
    );
    expect(plain!.outcome.body).toEqual({ text: 'gone', contentType: 'text/plain; charset=utf-8' });
    expect(html!.outcome.body).toEqual({ text: '<p>', contentType: 'text/html' });
  });

  test('with dates, days as their beginning in UTC', () => {
    const [rule] = rulesOf(`NotBefore: 2026-05-01\n    Expires: 2026-05-01T09:00:00+02:00\n    ${to}`);
    expect(rule!.notBefore).toBe(Date.UTC(2026, 4, 1));
    expect(rule!.expires).toBe(Date.UTC(2026, 4, 1, 7));
  });

  test('with tests in short and long', () => {
    const [rule] = rulesOf(
      `${to}\n    Tests:\n    - {Url: /x?y, Expect: https://b.org/}\n    - {Url: https://A.org/, Expect: 404}\n    - {Url: /, Headers: {X-A: b}, Expect: {Status: 301, Location: z, Headers: {X-C: d}}}`,
    );
    expect(rule!.tests.map(({ at: _, ...test }) => test)).toEqual([
      { url: 'https://a.org/x?y', headers: {}, expect: { location: 'https://b.org/', headers: {} } },
      { url: 'https://A.org/', headers: {}, expect: { status: 404, headers: {} } },
      {
        url: 'https://a.org/',
        headers: { 'x-a': 'b' },
        expect: { status: 301, location: 'z', headers: { 'x-c': 'd' } },
      },
    ]);
  });
});

describe('defaults', () => {
  const outcomeOf = (text: string) => read(text).sites[0]!.rules[0]!.outcome;
  const file = (defaults: string, siteDefaults: string, rule: string) =>
    `Defaults: ${defaults}\nSites:\n- Hosts: [a.org]\n  Defaults: ${siteDefaults}\n  Rules:\n  - ${rule}\n`;

  test('of the file hold where a rule says nothing', () => {
    const outcome = outcomeOf(
      file('{Status: 302, Query: Drop, Path: Keep, CacheControl: no-store, Hsts: {MaxAge: 60}}', '{}', to),
    );
    expect(outcome).toEqual({
      status: 302,
      target: { url: 'https://b.org/', path: 'keep', query: 'drop' },
      headers: {},
      hsts: { maxAgeSeconds: 60, includeSubDomains: false, preload: false },
      cacheControl: 'no-store',
    });
  });

  test('of the site stand before those of the file, and the rule before both', () => {
    expect(outcomeOf(file('{Status: 302}', '{Status: 307}', to)).status).toBe(307);
    expect(outcomeOf(file('{Status: 302}', '{Status: 307}', `{${to}, Status: 308}`)).status).toBe(308);
  });

  test('of headers are merged name by name, whatever their case, and can be removed', () => {
    const outcome = outcomeOf(
      file(
        '{Headers: {X-A: a, X-B: b}}',
        '{Headers: {x-b: c, X-D: d}}',
        `{${to}, RemoveHeaders: [x-a], Headers: {X-D: e}}`,
      ),
    );
    expect(outcome.headers).toEqual({ 'x-b': 'c', 'x-d': 'e' });
  });

  test('of HSTS and Cache-Control can be refused', () => {
    const outcome = outcomeOf(
      file('{Hsts: {MaxAge: 60}, CacheControl: no-store}', '{CacheControl: false}', `{${to}, Hsts: false}`),
    );
    expect(outcome).not.toHaveProperty('hsts');
    expect(outcome).not.toHaveProperty('cacheControl');
  });

  test('that keep the path are for rules that match any', () => {
    const rules = read(
      file('{Path: Keep}', '{}', `{Match: /a, ${to}}\n  - {Match: {Country: [DE]}, ${to}}\n  - ${to}`),
    );
    expect(rules.sites[0]!.rules.map(({ outcome }) => outcome.target!.path)).toEqual([
      'drop',
      'keep',
      'keep',
    ]);
  });

  test('for unmatched requests, of the file or the site', () => {
    const rules = read(
      'Defaults: {Path: Keep, Unmatched: {To: https://b.org/}}\nSites:\n- Hosts: [a.org]\n- Hosts: [c.org]\n  Unmatched: {Status: 410}\n',
    );
    expect(rules.sites.map(({ unmatched }) => unmatched)).toEqual([
      { status: 301, target: { url: 'https://b.org/', path: 'keep', query: 'keep' }, headers: {} },
      { status: 410, headers: {} },
    ]);
  });

  test('of case, trailing slash and encoding', () => {
    const rules = read(
      file(
        '{Case: Ignore, TrailingSlash: Ignore, Encoding: Nginx}',
        '{}',
        `{Match: /a, ${to}}\n  - {Match: {Path: /b, IgnoreCase: false, IgnoreTrailingSlash: false}, Encoding: Raw, ${to}}`,
      ),
    );
    const [one, other] = rules.sites[0]!.rules;
    expect(one!.match).toMatchObject({ ignoreCase: true, ignoreTrailingSlash: true, encoding: 'nginx' });
    expect(other!.match).toMatchObject({ ignoreCase: false, ignoreTrailingSlash: false, encoding: 'raw' });
  });
});

describe('ids that nobody wrote', () => {
  const ids = (...rules: string[]) => rulesOf(...rules).map(({ id }) => id);
  const rules = [
    `{Match: /a, ${to}}`,
    `{Match: /b/*, ${to}}`,
    `{Match: {Regex: '^/u/(a|b)$'}, ${to}}`,
    `{Match: {Path: /a, Country: [DE]}, ${to}}`,
    `{${to}}`,
  ];

  test('say what the rule matches', () => {
    expect(ids(...rules)).toEqual([
      'a.org/a',
      'a.org/b/*',
      expect.stringMatching(/^a\.org\/u\/-a-b~[\da-f]{8}$/),
      expect.stringMatching(/^a\.org\/a~[\da-f]{8}$/),
      'a.org any',
    ]);
  });

  test('stay when other rules come and go, and when the target changes', () => {
    const before = ids(...rules);
    expect(
      ids(`{Match: /new, ${to}}`, ...rules.slice(1).map((rule) => rule.replace('b.org', 'c.org'))).slice(1),
    ).toEqual(before.slice(1));
  });

  test('are numbered for rules of the same match, and give way to those that somebody wrote', () => {
    expect(ids(`{Match: /a, ${to}}`, `{Match: /a, ${to}}`, `{Id: a.org/a~2, Match: /x, ${to}}`)).toEqual([
      'a.org/a',
      'a.org/a~3',
      'a.org/a~2',
    ]);
  });
});

const withoutPlaces = (rules: RuleSet): unknown =>
  JSON.parse(JSON.stringify(rules, (key, value) => (key === 'at' ? undefined : value)));
