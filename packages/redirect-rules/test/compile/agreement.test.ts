import fc from 'fast-check';
import { budgets, compile, prepare, type Request, type RuleSet } from '../../src';
import { bytesIn } from '../../src/layout/limits';
import { request, ruleSets } from '../support/arbitraries';
import { askEdge, availableEngines } from '../support/edge';

/** evaluate is the meaning, the function is the product: whatever the rules, whatever is asked. */
describe.each(availableEngines)('The function in %s answers as evaluate does', (engine) => {
  const runs = { vm: 400, njs: 40, quickjs: 10 }[engine];

  it('for sites that fit a record', () => holds(ruleSets(6), runs), 120_000);
  it('for sites that need indexes', () => holds(ruleSets(40), runs / 2), 120_000);

  function holds(sets: fc.Arbitrary<RuleSet>, numRuns: number): Promise<void> {
    const requests = fc.array(request, { minLength: 40, maxLength: 80 });
    return fc.assert(
      fc.asyncProperty(sets, requests, async (rules, asked) => expectAgreement(rules, asked, engine)),
      { numRuns, endOnFailure: false, seed: Number(process.env.SEED ?? 5) },
    );
  }
});

async function expectAgreement(
  rules: RuleSet,
  asked: readonly Request[],
  engine: (typeof availableEngines)[number],
): Promise<void> {
  const compiled = compile(rules);
  const answers = await askEdge(compiled, asked, engine);
  const evaluated = prepare(rules);
  for (const [index, request] of asked.entries()) {
    const { rule: _, ...expected } = evaluated(request);
    const { reads, ...answer } = answers[index]!;
    expect({ request, ...answer }).toEqual({ request, ...expected });
    expect(reads).toBeLessThanOrEqual(Math.max(3, compiled.stats.maxReads));
  }
  for (const [key, value] of compiled.items) {
    expect(bytesIn(key)).toBeLessThanOrEqual(budgets.keyBytes);
    expect(bytesIn(value)).toBeLessThanOrEqual(budgets.valueBytes);
  }
}
