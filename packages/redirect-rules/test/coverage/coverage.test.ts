import { coverage } from '../../src/coverage/coverage';
import { rulesOf } from '../rules-of';

const now = Date.UTC(2026, 5, 1);

const set = (tests: { rule?: string; site?: string; set?: string }): string => `
Tests: [${tests.set ?? ''}]
Sites:
  - Hosts: [a.org]
    Tests: [${tests.site ?? ''}]
    Rules:
      - {Id: one, Match: /x, To: https://b.org/, Tests: [${tests.rule ?? ''}]}
      - {Id: two, Match: {Regex: '^/y(\\d)$'}, To: 'https://b.org/$1'}
      - {Id: later, Match: /z, To: https://b.org/, NotBefore: 2027-01-01}`;

const missed = (text: string): string[] => coverage(rulesOf(text), { now }).missed.map(({ rule }) => rule.id);

describe('a rule is covered', () => {
  test.each<[sentence: string, text: string, ids: string[]]>([
    ['by no test of its own if nothing is declared', set({}), ['one', 'two', 'later']],
    ['by its own test', set({ rule: '{Url: /x, Expect: 301}' }), ['two', 'later']],
    ['by a test of its site', set({ site: '{Url: /y7, Expect: 301}' }), ['one', 'later']],
    ['by a test of the set', set({ set: '{Url: https://a.org/x, Expect: 301}' }), ['two', 'later']],
    ['whatever is added to the path', set({ rule: '{Url: "/x?a=1#top", Expect: 301}' }), ['two', 'later']],
    ['not by a test that another rule answers', set({ rule: '{Url: /y7, Expect: 301}' }), ['one', 'later']],
    ['not before its time', set({ site: '{Url: /z, Expect: 301}' }), ['one', 'two', 'later']],
  ])('%s', (_sentence, text, ids) => {
    expect(missed(text)).toEqual(ids);
  });

  test('by a test of its own at the time when it answers', () => {
    const text = set({}).replace('2027-01-01}', '2027-01-01, Tests: [{Url: /z, Expect: 301}]}');
    expect(missed(text)).toEqual(['one', 'two']);
  });

  test('or named with a request that would reach it', () => {
    const {
      missed: found,
      percent,
      reached,
    } = coverage(rulesOf(set({ rule: '{Url: /x, Expect: 301}' })), { now });
    expect(found.map(({ request }) => request?.uri)).toEqual(['/y7', '/z']);
    expect([reached, percent]).toEqual([1, 33]);
  });
});

test('a set without rules is covered', () => {
  expect(coverage(rulesOf('Sites: [{Hosts: [a.org]}]'), { now }).percent).toBe(100);
});
