import fc from 'fast-check';
import { diff } from '../../src/diff/diff';
import { prepare } from '../../src/evaluate/evaluate';
import { rulesOf } from '../rules-of';

const now = Date.UTC(2026, 5, 1);
const site = (rules: string, host = 'a.org'): string => `Sites: [{Hosts: [${host}], Rules: [${rules}]}]`;
const one = '{Id: one, Match: /x, To: https://b.org/}';
const two = '{Id: two, Match: /y, To: https://b.org/y}';

/** The first change of each group as a line. */
function changes(old: string, other: string): string[] {
  return diff(rulesOf(old), rulesOf(other), { now }).groups.map(({ was, is, changes: [first] }) => {
    const { request, was: before, is: after } = first!;
    const url = `${request.host}${request.uri}`;
    return `${was} to ${is}: ${url} ${before.status} ${before.location ?? '-'} to ${after.status} ${after.location ?? '-'}`;
  });
}

describe('diff', () => {
  test.each<[sentence: string, old: string, other: string, lines: string[]]>([
    ['is empty for the same rules', site(one), site(one), []],
    [
      'names a rule that goes elsewhere',
      site(`${one}, ${two}`),
      site(`{Id: one, Match: /x, To: https://c.org/}, ${two}`),
      ['one to one: a.org/x 301 https://b.org/ to 301 https://c.org/'],
    ],
    [
      'names a rule that is new',
      site(one),
      site(`${one}, ${two}`),
      ['unmatched to two: a.org/y 404 - to 301 https://b.org/y'],
    ],
    [
      'names a rule that is gone',
      site(`${one}, ${two}`),
      site(one),
      ['two to unmatched: a.org/y 301 https://b.org/y to 404 -'],
    ],
    [
      'says nothing of a rule that is called otherwise',
      site(one),
      site('{Id: first, Match: /x, To: https://b.org/}'),
      [],
    ],
    [
      'says nothing of notes and owners',
      site(one),
      site('{Id: one, Match: /x, To: https://b.org/, Owner: Ann}'),
      [],
    ],
    [
      'says nothing of a pattern that is written as a regex',
      site("{Id: one, Match: '/x/:a', To: 'https://b.org/:a'}"),
      site("{Id: one, Match: {Regex: '^/x/([^/]+)$'}, To: 'https://b.org/$1'}"),
      [],
    ],
    [
      'names a rule that another now stands before',
      site(one),
      site(`{Id: zero, Match: '*', To: https://c.org/}, ${one}`),
      [
        'unmatched to zero: a.org/ 404 - to 301 https://c.org/',
        'one to zero: a.org/x 301 https://b.org/ to 301 https://c.org/',
      ],
    ],
    [
      'names rules that change places',
      site(`{Id: star, Match: /x/*, To: https://b.org/}, {Id: leaf, Match: /x/y, To: https://c.org/}`),
      site(`{Id: leaf, Match: /x/y, To: https://c.org/}, {Id: star, Match: /x/*, To: https://b.org/}`),
      ['star to leaf: a.org/x/y 301 https://b.org/ to 301 https://c.org/'],
    ],
    [
      'names a host that is no longer there, even where it answered with an error',
      'Sites: [{Hosts: [a.org, b.org]}]',
      'Sites: [{Hosts: [a.org]}]',
      ['unmatched to no site: b.org/ 404 - to 404 -'],
    ],
    [
      'sees headers',
      site(one),
      site('{Id: one, Match: /x, To: https://b.org/, Hsts: {MaxAge: 60}}'),
      ['one to one: a.org/x 301 https://b.org/ to 301 https://b.org/'],
    ],
    [
      'asks what only two rules together take, where they change places',
      site('{Id: r0, Match: /x/*, To: https://d.org/}, {Id: r1, Match: /:a/y, To: https://c.org/}'),
      site('{Id: r0, Match: /:a/y, To: https://c.org/}, {Id: r1, Match: /x/*, To: https://d.org/}'),
      ['r0 to r0: a.org/x/y 301 https://d.org/ to 301 https://c.org/'],
    ],
    [
      'looks into the future of a rule that begins later',
      site(one),
      site(`${one}, {Id: later, Match: /z, To: https://b.org/, NotBefore: 2027-01-01}`),
      ['unmatched to later: a.org/z 404 - to 301 https://b.org/'],
    ],
    [
      'asks what tests ask',
      `Sites: [{Hosts: [a.org], Tests: [{Url: /aaab, Expect: 301}], Rules: [{Id: one, Match: {Regex: '^/a'}, To: https://b.org/}]}]`,
      `Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: {Regex: '^/a'}, To: https://b.org/}, {Match: /never, Status: 410}], Unmatched: {Status: 404}}]`,
      ['unmatched to a.org/never: a.org/never 404 - to 410 -'],
    ],
  ])('%s', (_sentence, old, other, lines) => {
    expect(changes(old, other)).toEqual(lines);
  });

  test('lists the first of many, and counts all', () => {
    const many = (target: string) => site(`{Id: one, Match: {Regex: '^/(.+)$'}, To: 'https://${target}/$1'}`);
    const { groups, changed } = diff(rulesOf(many('b.org')), rulesOf(many('c.org')), { now, listed: 2 });
    expect(groups).toHaveLength(1);
    expect(groups[0]?.changes).toHaveLength(2);
    expect(groups[0]?.count).toBe(changed);
    expect(changed).toBeGreaterThan(2);
  });

  const path = fc.constantFrom('/x', '/x/*', '/:a/y', '*', '/x/y');
  const rule = fc.tuple(path, fc.constantFrom('b.org', 'c.org', 'd.org'));
  const rules = fc.array(rule, { maxLength: 5 });
  const text = (list: [string, string][]): string =>
    site(list.map(([match, host], n) => `{Id: r${n}, Match: '${match}', To: https://${host}/}`).join(', '));

  test('lists nothing that is not so, and finds every path of a small world', () => {
    fc.assert(
      fc.property(rules, rules, (old, other) => {
        const [before, after] = [rulesOf(text(old)), rulesOf(text(other))];
        const [answerBefore, answerAfter] = [prepare(before), prepare(after)];
        const found = diff(before, after, { now });
        for (const { changes: listed } of found.groups) {
          for (const { request } of listed) {
            expect(answerBefore(request).location).not.toEqual(answerAfter(request).location);
          }
        }
        const world = ['/', '/x', '/x/y', '/x/page', '/page/y', '/no-such-page'];
        const differs = world.some((uri) => {
          const request = { host: 'a.org', uri, now };
          return answerBefore(request).location !== answerAfter(request).location;
        });
        if (differs) expect(found.changed).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
