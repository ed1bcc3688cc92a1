import fc from 'fast-check';
import { prepare } from '../../src/evaluate/evaluate';
import { parseRegex } from '../../src/evaluate/regex/parse';
import { generate } from '../../src/generate/generate';
import { sampleOf } from '../../src/generate/sample';
import { rulesOf } from '../rules-of';

const now = Date.UTC(2026, 5, 1);
const site = (rule: string): string =>
  `Sites: [{Hosts: [a.org], Rules: [{Id: one, To: https://b.org/, ${rule}}]}]`;
const urls = (text: string): string[] =>
  generate(rulesOf(text), { now })
    .filter(({ rule }) => rule === 'one')
    .map(({ request }) => `${request.host}${request.uri}`);

describe('requests are made that reach', () => {
  test.each<[sentence: string, rule: string, first: string]>([
    ['an exact path', 'Match: /x', 'a.org/x'],
    ['a placeholder', "Match: '/x/:a/y'", 'a.org/x/page/y'],
    ['a star', 'Match: /x/*', 'a.org/x/page'],
    ['any path', "Match: '*'", 'a.org/'],
    ['a regex', "Match: {Regex: '^/v(\\d+)/(?:a|b)[^/]*$'}", 'a.org/v2024/apage'],
    ['a regex that is found anywhere', "Match: {Regex: 'news'}", 'a.org/news'],
    ['a regex on path and query', "Match: {Regex: '^/x\\?id=(\\d{2})', On: Uri}", 'a.org/x?id=77'],
    ['a parameter', "Match: {Path: /x, Query: {id: '7', lang: {Regex: '^e[ns]$'}}}", 'a.org/x?id=7&lang=en'],
    ['a query', "Match: {QueryRegex: '(^|&)hl=es'}", 'a.org/?hl=es'],
    ['a path and query beside the path', "Match: {Path: /x, UriRegex: 'b=1'}", 'a.org/x?b=1'],
    ['a country', 'Match: {Path: /x, Country: [DE, AT]}', 'a.org/x'],
    ['a decoded path', "Match: {Path: '/ü b'}, Encoding: Nginx", 'a.org/%C3%BC%20b'],
    ['a rule that begins later', 'Match: /x, NotBefore: 2027-01-01', 'a.org/x'],
    ['a rule that is over', 'Match: /x, Expires: 2026-01-01', 'a.org/x'],
  ])('%s', (_sentence, rule, first) => {
    expect(urls(site(rule))[0]).toBe(first);
  });

  test('no rule', () => {
    const text = "Sites: [{Hosts: ['*.a.org'], Rules: [{Match: {Country: [DE]}, To: https://c.org/}]}]";
    const unmatched = generate(rulesOf(text), { now }).filter(({ rule }) => rule === 'unmatched');
    expect(unmatched[0]?.request).toEqual({ host: 'any.a.org', uri: '/no-such-page', now });
  });

  test('a rule behind others, where one request in many does', () => {
    const text = `
      Sites:
        - Hosts: [a.org]
          Rules:
            - {Match: {Regex: '^/x/(page|a|some-page)'}, To: https://b.org/}
            - {Id: one, Match: {Regex: '^/x/.*$'}, To: https://b.org/}`;
    expect(urls(text).length).toBeGreaterThan(0);
  });
});

describe('generated requests', () => {
  const text = site("Match: {Regex: '^/([a-z]{2,4})/(.*)$'}");

  test('are different from each other, as many as are asked for', () => {
    const made = generate(rulesOf(text), { now, perRule: 6 }).filter(({ rule }) => rule === 'one');
    expect(new Set(made.map(({ request }) => request.uri)).size).toBe(6);
  });

  test('are the same for the same rules', () => {
    expect(generate(rulesOf(text), { now })).toEqual(generate(rulesOf(text), { now }));
  });

  test('are answered by the rule for which they were made', () => {
    const rules = rulesOf(text);
    const answer = prepare(rules);
    for (const { rule, request } of generate(rules, { now })) expect(answer(request).rule).toBe(rule);
  });
});

describe('a sample of a regex', () => {
  const atom = fc.constantFrom('a', '\\d', '[a-c]', '[^/]', '.', '/', '(?:b|cd)', '(x)');
  const part = fc
    .tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}', '+?'))
    .map(([one, many]) => one + many);
  const source = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => `^${parts.join('')}$`);

  test('is taken by it, whichever variant', () => {
    fc.assert(
      fc.property(source, fc.nat(50), (regex, variant) => {
        expect(sampleOf(parseRegex(regex).tree, variant)).toMatch(new RegExp(regex, 's'));
      }),
    );
  });
});
