import type { LocalAws } from '@cutover/local-aws';
import { startManyAccounts } from './many-accounts';
import { type CaseResult, collect, runSuite } from './pytest';

/**
 * One of AWS's Python clients drives the local AWS: it knows nothing of this project, and reads the answers with a
 * model of its own. Each case of pytest is a case here.
 */
export function describeSuite(suite: string): void {
  describe(suite, () => {
    let aws: LocalAws;
    let results: Map<string, CaseResult>;

    beforeAll(async () => {
      aws = await startManyAccounts();
      // A proxy for itself: the API of key value stores has the account before its host.
      results = await runSuite(suite, { AWS_ENDPOINT_URL: aws.endpoint, HTTP_PROXY: aws.endpoint });
    }, 300_000);

    afterAll(() => aws.stop());

    test.each(collect(suite))('%s', (name) => {
      expect(results.get(name) ?? 'was not run').toEqual({ outcome: 'passed', text: '' });
    });
  });
}
