import fc from 'fast-check';
import { covers } from '../../src/check/cover/covers';
import { prepare } from '../../src/evaluate/evaluate';
import { candidateOf } from '../../src/generate/candidates';
import type { RuleSet } from '../../src/model/rule-set';
import { rulesOf } from '../rules-of';

const now = Date.UTC(2026, 5, 1);
const pair = (one: string, other: string): RuleSet =>
  rulesOf(
    `Sites: [{Hosts: [a.org], Rules: [{Id: one, To: https://b.org/, ${one}}, {Id: two, To: https://c.org/, ${other}}]}]`,
  );
const isCovered = (one: string, other: string): boolean => {
  const [first, second] = pair(one, other).sites[0]!.rules;
  return covers(first!, second!, now);
};

describe('a rule is proved to take all of a later one', () => {
  test.each<[one: string, other: string]>([
    ["Match: '*'", 'Match: /x'],
    ['Match: /x', 'Match: /x'],
    ['Match: /x/*', 'Match: /x/y/*'],
    ["Match: '/:a'", 'Match: /x'],
    ["Match: '/:a/*'", "Match: '/x/:b/y'"],
    ["Match: {Regex: '^/x'}", "Match: {Regex: '^/x/(\\d+)$'}"],
    ["Match: {Regex: '.*'}", "Match: {Regex: '^/x/(\\d+)$'}"],
    ["Match: {Regex: '^/([^\\x00-\\x1F]+)'}", 'Match: /x'],
    ["Match: {Regex: '^/x', On: Uri}", 'Match: /x/y'],
    ['Match: {Path: /X, IgnoreCase: true}', 'Match: {Path: /x, IgnoreCase: true}'],
    ['Match: {Path: /x, IgnoreTrailingSlash: true}', 'Match: /x/'],
    ['Match: /x', 'Match: {Path: /x, Country: [DE]}'],
    ['Match: {Path: /x, Country: [DE, AT]}', 'Match: {Path: /x, Country: [DE]}'],
    ["Match: {Path: /x, Query: {a: '1'}}", "Match: {Path: /x, Query: {a: '1', b: '2'}}"],
    ['Match: /x, NotBefore: 2026-01-01', 'Match: /x'],
    ['Match: /x, Expires: 2027-01-01', 'Match: /x, Expires: 2026-12-01'],
    ["Match: {Regex: '^/(.*)$'}, Encoding: Nginx", "Match: '*'"],
  ])('%s before %s', (one, other) => {
    expect(isCovered(one, other)).toBe(true);
  });
});

describe('a rule is not taken for covered', () => {
  test.each<[sentence: string, one: string, other: string]>([
    ['by another path', 'Match: /x', 'Match: /y'],
    ['by a longer star', 'Match: /x/y/*', 'Match: /x/*'],
    ['by a star that leaves its stem out', 'Match: /x/*', 'Match: /x'],
    ['by a regex with an end', "Match: {Regex: '^/x$'}", "Match: {Regex: '^/x'}"],
    ['by a regex on path and query with an end', "Match: {Regex: '^/x$', On: Uri}", 'Match: /x'],
    ['by a path that minds case', 'Match: /x', 'Match: {Path: /x, IgnoreCase: true}'],
    ['by a path that minds the last slash', 'Match: /x', 'Match: {Path: /x, IgnoreTrailingSlash: true}'],
    ['by one country', 'Match: {Path: /x, Country: [DE]}', 'Match: /x'],
    ['by a query', "Match: {Path: /x, Query: {a: '1'}}", 'Match: /x'],
    ['by what begins later', 'Match: /x, NotBefore: 2026-07-01', 'Match: /x'],
    ['by what expires', 'Match: /x, Expires: 2026-07-01', 'Match: /x'],
    ['by a path as it is sent, of one that is decoded', 'Match: /x', 'Match: /x, Encoding: Nginx'],
    ['by a placeholder for a star', "Match: '/:a'", 'Match: /*'],
  ])('%s', (_sentence, one, other) => {
    expect(isCovered(one, other)).toBe(false);
  });

  const path = fc.constantFrom(
    "Path: '/x'",
    "Path: '/X/'",
    "Path: '/:a'",
    "Path: '/x/*'",
    "Path: '/x*'",
    "Path: '/:a/y'",
    "Path: '/x/:b'",
    "Path: '/*'",
    "Regex: '^/x'",
    "Regex: '^/x$'",
    "Regex: '^/(.*)$'",
    "Regex: '^/x/(.+)'",
    "Regex: 'x'",
    "Regex: '^/[a-z]+$'",
    "Regex: '^/x', On: Uri",
    "Regex: '^/x\\?a', On: Uri",
    "Regex: '^/(.+)$', On: Uri",
  );
  const flag = fc.constantFrom('', ', IgnoreCase: true', ', IgnoreTrailingSlash: true', ', Country: [DE]');
  const rule = fc
    .tuple(path, flag, fc.constantFrom('Raw', 'Nginx'))
    .map(([match, more, encoding]) => `Match: {${match}${more}}, Encoding: ${encoding}`);

  test('where a request reaches it', () => {
    fc.assert(
      fc.property(rule, rule, fc.nat(40), (one, other, variant) => {
        const rules = pair(one, other);
        const [site] = rules.sites;
        const [first, second] = site!.rules;
        fc.pre(covers(first!, second!, now));
        const request = candidateOf(site!, second!, variant, now);
        expect(prepare(rules)(request).rule).not.toBe('two');
      }),
      { numRuns: 500 },
    );
  });
});
