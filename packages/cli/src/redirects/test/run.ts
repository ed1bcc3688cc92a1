import { noAnswer } from '@cutover/edge-functions';
import { groupBy } from '@cutover/ground';
import {
  type Hop,
  hostsOf,
  type RuleSet,
  runTests,
  type TestResult,
  type Verdict,
} from '@cutover/redirect-rules';
import type { Answering } from '../engines';
import type { RuleTest } from './tests';

/** What came of a test on one engine, or on a site that runs. */
export interface Tested extends RuleTest {
  readonly by: string;
  /** ERROR: there was no answer. */
  readonly verdict: Verdict | 'ERROR';
  /** For a person; empty where it matched. */
  readonly says: string;
  readonly hops: readonly Hop[];
}

/** Runs tests, hop by hop where a target is another host of the set. */
export async function runOn(
  by: string,
  answering: Answering,
  tests: readonly RuleTest[],
  rules: RuleSet,
): Promise<Tested[]> {
  const isOurs = hostsOf(rules);
  const results: Tested[] = [];
  for (const [now, group] of groupBy(tests, (test) => test.now)) {
    const given = await runTests(
      group.map(({ test }) => test),
      answering,
      isOurs,
      now,
    );
    for (const [i, each] of group.entries()) results.push(testedOf(each, by, given[i]!));
  }
  return results;
}

function testedOf(test: RuleTest, by: string, { verdict, says, hops }: TestResult): Tested {
  const silent = hops.find(({ answer }) => answer.status === noAnswer);
  const outcome = silent === undefined ? { verdict, says } : errorOf(silent);
  return { ...test, by, ...outcome, hops };
}

const errorOf = ({ answer }: Hop) => ({ verdict: 'ERROR' as const, says: answer.body ?? 'no answer' });
