import { check } from '../../src/check/check';
import type { FindingName } from '../../src/check/finding';
import type { RuleSet, Site } from '../../src/model/rule-set';
import { rulesOf } from '../rules-of';

const rules = rulesOf('Sites: [{Hosts: [a.org], Rules: [{Id: one, Match: /x, To: https://b.org/}]}]');
const [site] = rules.sites as [Site];
const [rule] = site.rules;
const now = Date.UTC(2026, 5, 1);

const withSites = (...sites: Site[]): RuleSet => ({ ...rules, sites });
const named = (set: RuleSet, name: FindingName): string[] =>
  check(set, { now })
    .filter((finding) => finding.name === name)
    .map(({ says }) => says);

/** What the reader refuses, a program may still make. */
describe('check finds, in sets that no file says,', () => {
  test('a host of two sites, and not a name below a wildcard', () => {
    const other: Site = { ...site, id: 'other', rules: [] };
    expect(named(withSites(site, other), 'duplicate-host')).toEqual([
      expect.stringContaining('a.org is a host of'),
    ]);
    expect(named(withSites(site, { ...other, hosts: ['*.a.org', 'w.a.org'] }), 'duplicate-host')).toEqual([]);
  });

  test('a line end in a header', () => {
    const outcome = { ...rule!.outcome, headers: { 'x-a': 'b\r\nset-cookie: c' } };
    const set = withSites({ ...site, rules: [{ ...rule!, outcome }] });
    expect(named(set, 'header-injection')).toEqual([expect.stringContaining('x-a')]);
  });
});

describe('the size of a set for a template', () => {
  const many = (count: number): RuleSet =>
    withSites({
      ...site,
      rules: Array.from({ length: count }, (_, n) => ({
        ...rule!,
        id: `r${n}`,
        match: { ...rule!.match, path: { kind: 'exact', path: `/path/to/page/${n}` } },
      })),
    });

  test.each<[count: number, says: string[]]>([
    [10, []],
    [1_000, [expect.stringContaining('51,200 bytes inline')]],
    [20_000, [expect.stringContaining('takes 1 MB')]],
  ])('of %d rules', (count, says) => {
    expect(named(many(count), 'template-size')).toEqual(says);
  });
});
