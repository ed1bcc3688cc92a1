import { budgets, compile } from '../../src';
import { isCorpusThere, sayAbsent } from '../import/corpus';
import { expectAgreement, expectBudgets } from '../support/agreement';
import { corpora, corpusRules, recordedRequests } from '../support/corpora';
import { moreRuns } from '../support/runs';

if (!isCorpusThere) sayAbsent();
const describeCorpus = isCorpusThere ? describe : describe.skip;

describeCorpus.each(corpora)("Mozilla's production rules, compiled from %s", (name) => {
  const rules = isCorpusThere ? corpusRules(name) : undefined;
  const compiled = rules && compile(rules);

  it('answer every recorded request as evaluate does, by few key reads', async () => {
    const reads = await expectAgreement(rules!, compiled!, recordedRequests());
    expect(Math.max(...reads)).toBeLessThanOrEqual(4);
    expect(reads.reduce((sum, each) => sum + each) / reads.length).toBeLessThanOrEqual(1.6);
  });

  it('answer alike in quickjs', async () => {
    await expectAgreement(rules!, compiled!, recordedRequests(moreRuns > 1 ? 1 : 20), 'quickjs');
  }, 120_000);

  it('fit: 407 hosts in a fiftieth of a store, and no request has more than four reads', () => {
    expectBudgets(compiled!);
    expect(compiled!.stats.hosts).toBe(407);
    expect(compiled!.stats.bytes).toBeLessThan(budgets.storeBytes / 50);
    expect(compiled!.stats.maxReads).toBeLessThanOrEqual(4);
  });
});
