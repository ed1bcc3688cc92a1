import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRefractr, prepare, readRules, writeRules } from '../../src';
import { said, sitesOf } from './said';

const text = readFileSync(join(__dirname, 'fixtures/forms.refractr.yml'), 'utf8');
const wildcards = (file: string) => (file === 'LOCALES' ? ['de', 'en-us'] : undefined);
const imported = importRefractr(text, 'forms.refractr.yml', { wildcards });
const refract = (yaml: string) => importRefractr(`refracts:\n${yaml}`, 'a.yml');

describe('every form of refractr', () => {
  test('is imported into rules without a mistake', () => {
    expect(imported.report.refused).toEqual([]);
    expect(readRules(writeRules(imported.file), 'rules.yml').problems).toEqual([]);
  });

  test.each<[sentence: string, host: string, site: string]>([
    [
      'one host, which keeps path and query, with the comment above it',
      'whole.test',
      `
# bug 1
- Hosts: [whole.test]
  Rules:
  - To: https://www.example.com
    Path: Keep
    Query: Keep`,
    ],
    [
      'several hosts, with comments of theirs and a status',
      'one.test',
      `
# one.test: bug 2
# two.test: and a word behind
- Hosts: [one.test, two.test, '*.three.test']
  Rules:
  - To: https://www.example.com
    Status: 302
    Path: Keep
    Query: Keep`,
    ],
    [
      'a target with a path, a query and a fragment, which drops those of the request',
      'fixed.test',
      `
- Hosts: [fixed.test]
  Rules:
  - To: https://www.example.com/fixed/?a=b#top`,
    ],
    [
      'preserve-path: false',
      'dropped.test',
      `
- Hosts: [dropped.test]
  Rules:
  - To: https://www.example.com/
    Status: 308`,
    ],
    [
      'a wildcard-file, as a host for each of its lines',
      'de.many.test',
      `
- Hosts: [de.many.test, en-us.many.test]
  Rules:
  - To: https://www.example.com/locale/`,
    ],
  ])('%s', (_, host, site) => {
    const written = sitesOf(imported)
      .split('\n\n')
      .find((one) => one.includes(`Hosts: [${host}`));
    expect(`\n${written}`).toContain(site);
  });

  const { rules } = readRules(writeRules(imported.file), 'rules.yml');
  const answer = prepare(rules!);
  const hsts = 'max-age=60; includeSubDomains';

  test.each<[url: string, status: number, location?: string, headers?: Record<string, string>]>([
    [
      'whole.test/a?b',
      301,
      'https://www.example.com/a?b',
      { 'strict-transport-security': hsts, 'x-from': 'refractr' },
    ],
    ['x.y.three.test/', 302, 'https://www.example.com/'],
    [
      'headers.test/',
      301,
      'https://www.example.com/',
      { 'x-own': 'a b', 'cache-control': 'max-age=3600', 'x-from': 'refractr' },
    ],
    ['query-root.test/a', 301, 'https://www.example.com/?campaign=x'],
    ['paths.test/exact?dropped', 302, 'https://www.example.com/exact'],
    ['paths.test/exact/', 404, undefined, { 'strict-transport-security': hsts }],
    ['paths.test/root?kept', 302, 'https://www.example.com/root?kept'],
    ['paths.test/slash/', 302, 'https://www.example.com/with?query=1'],
    ['paths.test/search/a%26b+c?d', 302, 'https://www.example.com/find?q=a%26b%2Bc&x=1&d'],
    ['paths.test/123?dropped', 302, 'https://www.example.com/numbers/123'],
    ['paths.test/all/of/it', 302, 'https://www.example.com/every/of/it'],
    [
      'paths.test/.well-known/thing',
      302,
      'https://www.example.com/.well-known/thing',
      { 'access-control-allow-origin': '*' },
    ],
    ['paths.test/set_hsts.gif', 200, undefined, { 'strict-transport-security': hsts, 'x-from': 'refractr' }],
    ['predicates.test/item?id=5', 301, 'https://www.example.com/item/5'],
    ['predicates.test/item?id=x', 301, 'https://www.example.com/rest'],
    ['predicates.test/wiki/a%2Fb?x=1', 301, 'https://www.example.com/wiki/a/b?x=1?x=1'],
    ['www.predicates.test/u/me/', 301, 'https://www.example.com/p/me'],
    ['predicates.test/u/me/?x=1', 301, 'https://www.example.com/rest'],
    ['raw.test/form', 301, 'https://www.example.com/form', {}],
    ['raw.test/else', 410, undefined, {}],
  ])('answers %s with %d %s', (...row) => {
    const [url, status, location, headers] = row;
    const host = url.split('/')[0]!;
    const given = answer({ host, uri: url.slice(host.length), now: 0 });
    expect([given.status, given.location]).toEqual([status, location]);
    const { 'content-type': _, ...added } = given.headers;
    if (headers !== undefined) expect(added).toEqual(headers);
  });

  test('keeps every comment', () => {
    const comments = [...text.matchAll(/#+ ([a-zA-Z].*)$/gm)].map(([, words]) => words!);
    expect(comments).toHaveLength(9);
    expect(comments.filter((comment) => !writeRules(imported.file).includes(comment))).toEqual([]);
  });

  test('keeps tests, those beside raw nginx too, which refractr drops', () => {
    expect(imported.file.Sites.flatMap((site) => site.Tests ?? [])).toEqual([
      { comment: 'the second', Url: 'https://paths.test/exact', Expect: 'https://www.example.com/exact' },
      {
        Url: 'https://paths.test/12',
        Expect: { Location: 'https://www.example.com/numbers/12', Status: 302 },
      },
      { Url: 'https://raw.test/form', Expect: 'https://www.example.com/form' },
    ]);
  });
});

describe("refractr's own defects", () => {
  test('are in the report, with the line of each', () => {
    const { converted, changed } = imported.report;
    const lineOf = (words: string) => text.split('\n').findIndex((line) => line.includes(words)) + 1;
    const at = [...changed, ...converted].map(({ line, why }) => `${line} ${why}`).join('\n');
    expect(at).toContain(`${lineOf('default-domains')} left out: they are names for certificates`);
    expect(at).toContain(`${lineOf('query-root.test')} refractr writes the request's path behind the query`);
    expect(at).toContain(`${lineOf('/all/*')} refractr makes a location of a literal star`);
    expect(at).toContain(`${lineOf('^: www.example.com/')} refractr writes a rewrite to $request_uri`);
    expect(at).toContain(`${lineOf('url: /.well-known')} nginx puts aside all headers of the server`);
    expect(at).toContain(`${lineOf('headers.test')} left out: the location of hsts-img is behind a return`);
  });

  test.each<[sentence: string, yaml: string, line: string]>([
    [
      'of two refracts with one first host the last stays',
      '- a.test/: x.test\n- b.test/: x.test',
      '2 x.test: left out: refractr keeps the last of two refracts with one first host',
    ],
    [
      'of a host that stands behind another the first stays',
      '- a.test/: x.test\n- b.test/: [y.test, x.test]',
      '3 x.test: left out: the server in line 2 has this name too, and nginx takes the first',
    ],
    [
      'a rewrite without a group, on which refractr fails',
      '- dsts:\n  - ^/a: b.test/\n  srcs: x.test',
      '3 ^/a: refractr fails on it',
    ],
    [
      'a location named by a regex, which no path begins with',
      '- dsts:\n  - ^/(a|b)/(.*): b.test/$2\n  srcs: x.test',
      '3 ^/(a|b)/(.*): refractr names a location by the start of the regex',
    ],
  ])('%s', (_, yaml, line) => {
    expect(said(refract(yaml).report.changed).join('\n')).toContain(line);
  });
});

describe('what refractr does not take is refused with its line', () => {
  test.each<[sentence: string, yaml: string, line: string]>([
    [
      'a target with a scheme',
      '- https://b.test/: a.test',
      '2 https://b.test/: a target is a host and a path',
    ],
    ['a target without a path', '- b.test: a.test', '2 b.test: a target is a host and a path'],
    ['a status that is no redirect', '- b.test/: a.test\n  status: 404', '3 status: 404: a redirect has 301'],
    ['a host alone', '- a.test', '2 a.test: a refract is a target and its hosts'],
    ['a key that it does not know', '- b.test/: a.test\n  sttus: 302', '3 sttus: refractr has no such key'],
    [
      'a file that is not there',
      '- b.test/: wildcard.a.test\n  wildcard-file: X',
      '3 wildcard-file: X: the file is not there',
    ],
    ['an alias', '- &a b.test/: a.test\n- *a', '3 *a: write out what the alias stands for'],
    ['what is not YAML', '- "b', 'it is no YAML'],
    [
      'what raw nginx says that no rule can',
      '- nginx: |\n    server { server_name a.test;\n      proxy_pass x; }',
      '4 proxy_pass x: a rule cannot say this',
    ],
  ])('%s', (_, yaml, line) => {
    expect(said(refract(yaml).report.refused).join('\n')).toContain(line);
  });

  test('a file without refracts', () => {
    expect(said(importRefractr('a: b', 'a.yml').report.refused)).toEqual([
      '1 the whole file: it has no list of "refracts"',
    ]);
  });
});
