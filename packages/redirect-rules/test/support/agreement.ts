import { isDeepStrictEqual } from 'node:util';
import type { EngineName } from '@cutover/edge-functions';
import fc from 'fast-check';
import { budgets, type Compiled, compile, prepare, type Request, type RuleSet } from '../../src';
import { bytesIn } from '../../src/layout/limits';
import { request } from './arbitraries';
import { askEdge } from './edge';
import { moreRuns } from './runs';

/** Whatever the rules, whatever is asked. */
export function agrees(sets: fc.Arbitrary<RuleSet>, engine: EngineName, numRuns: number): Promise<void> {
  const requests = fc.array(request, { minLength: 40, maxLength: 80 });
  return fc.assert(
    fc.asyncProperty(sets, requests, async (rules, asked) => {
      const compiled = compile(rules);
      expectBudgets(compiled);
      await expectAgreement(rules, compiled, asked, engine);
    }),
    { numRuns: numRuns * moreRuns, endOnFailure: false, seed: Number(process.env.SEED ?? 5) },
  );
}

/** @returns key reads of each request. */
export async function expectAgreement(
  rules: RuleSet,
  compiled: Compiled,
  asked: readonly Request[],
  engine: EngineName = 'vm',
): Promise<number[]> {
  const answers = await askEdge(compiled, asked, engine);
  const evaluated = prepare(rules);
  const others = asked.flatMap((request, index) => {
    const { rule: _, ...expected } = evaluated(request);
    const { reads: __, ...answer } = answers[index]!;
    return isDeepStrictEqual(answer, expected) ? [] : [{ request, expected, answer }];
  });
  expect(others).toEqual([]);
  // An unknown host: its name, and two of wildcards.
  const most = Math.max(3, compiled.stats.maxReads);
  // A name with a port or a dot behind it is looked for as it came first.
  const mostOf = ({ host }: Request): number => most + (/[.\d:]$/.test(host) ? 1 : 0);
  expect(answers.filter(({ reads }, index) => reads > mostOf(asked[index]!))).toEqual([]);
  return answers.map(({ reads }) => reads);
}

export function expectBudgets({ functionCode, items }: Pick<Compiled, 'functionCode' | 'items'>): void {
  expect(bytesIn(functionCode)).toBeLessThanOrEqual(budgets.codeBytes);
  for (const [key, value] of items) {
    expect(bytesIn(key)).toBeLessThanOrEqual(budgets.keyBytes);
    expect(bytesIn(value)).toBeLessThanOrEqual(budgets.valueBytes);
  }
}
