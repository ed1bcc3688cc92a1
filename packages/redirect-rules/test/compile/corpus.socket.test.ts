import { describeWithNjs } from '../../../edge-functions/test/njs';
import { compile } from '../../src';
import { isCorpusThere, sayAbsent } from '../import/corpus';
import { expectAgreement } from '../support/agreement';
import { corpora, corpusRules, recordedRequests } from '../support/corpora';
import { moreRuns } from '../support/runs';

if (!isCorpusThere) sayAbsent();

describeWithNjs("Mozilla's production rules in njs", () => {
  const itForCorpus = isCorpusThere ? it : it.skip;

  itForCorpus.each(corpora)(
    'answer as evaluate does, compiled from %s',
    async (name) => {
      const rules = corpusRules(name);
      await expectAgreement(rules, compile(rules), recordedRequests(moreRuns > 1 ? 1 : 8), 'njs');
    },
    120_000,
  );
});
