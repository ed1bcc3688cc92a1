import fc from 'fast-check';
import { budgets, compile, delta, prepare, settle, stage } from '../../src';
import { functionCode } from '../../src/layout/function/code';
import { bytesIn } from '../../src/layout/limits';
import { expectBudgets } from '../support/agreement';
import { request, ruleSets } from '../support/arbitraries';
import { bulkRules } from '../support/bulk';
import { askEdge } from '../support/edge';
import { moreRuns } from '../support/runs';
import { rule, ruleSet, site } from '../support/sets';

const bytesOf = (items: ReadonlyMap<string, string>): number =>
  [...items].reduce((sum, [key, value]) => sum + bytesIn(key) + bytesIn(value), 0);

describe('one rule of 100,000 changed', () => {
  const rules = bulkRules({ redirects: 100_000 });
  const [host] = rules.sites;
  const { match } = host!.rules[5_000]!;
  const changed = host!.rules.with(5_000, rule('r5000', { match, to: 'https://c.org/new' }));
  const live = compile(rules).items;
  const next = compile(ruleSet({ ...host!, rules: changed }), { generation: 2 }).items;
  const staged = stage(live, next, 2);

  it('is four items to write: bucket, page, and a record with what points to it', () => {
    const { puts, deletes } = delta(live, staged);
    expect([puts.size, deletes]).toEqual([4, []]);
  });

  it('lets both generations fit one store', () => {
    expect(bytesOf(staged)).toBeLessThan(budgets.storeBytes);
    expectBudgets({ functionCode: functionCode(2), items: staged });
  });

  it('leaves what only the older generation needed, until it is settled', () => {
    const { puts, deletes } = delta(staged, settle(staged, next));
    expect([puts.size, deletes.length]).toEqual([1, 3]);
  });
});

test(
  'each generation answers by its own rules from one store, and the newer from what is left of it',
  () =>
    fc.assert(
      fc.asyncProperty(
        ruleSets(12),
        ruleSets(12),
        fc.array(request, { minLength: 30, maxLength: 30 }),
        async (before, after, asked) => {
          const live = compile(before, { generation: 8 });
          const next = compile(after, { generation: 9 });
          const staged = stage(live.items, next.items, 9);
          const settled = settle(staged, next.items);
          const published: [typeof live, ReadonlyMap<string, string>, typeof before][] = [
            [live, staged, before],
            [next, staged, after],
            [next, settled, after],
          ];
          for (const [{ functionCode: code }, items, rules] of published) {
            const answers = await askEdge({ functionCode: code, items }, asked);
            const meant = asked.map(prepare(rules)).map(({ rule: _, ...answer }) => answer);
            expect(answers.map(({ reads: _, ...answer }) => answer)).toEqual(meant);
            expectBudgets({ functionCode: code, items });
          }
        },
      ),
      { numRuns: 40 * moreRuns, seed: Number(process.env.SEED ?? 5) },
    ),
  60_000,
);

describe('a store with two generations', () => {
  const set = (to: string) => ruleSet(site('a.org', [rule('one', { to })]), site('b.org', [rule('two')]));
  const live = compile(set('https://c.org/')).items;
  const staged = stage(live, compile(set('https://d.org/'), { generation: 2 }).items, 2);

  it('has two versions of what changed, and one of the rest', () => {
    expect(staged.get('h:a.org')).toMatch(/^\f000002\+.{7}\n\f000001/);
    expect(staged.get('h:b.org')).toBe(live.get('h:b.org'));
  });

  it('takes no third', () => {
    const third = compile(set('https://e.org/'), { generation: 3 }).items;
    expect(() => stage(staged, third, 3)).toThrow('h:a.org has two generations already: settle them first');
  });
});
