import { type Instant, secondsToMs } from '@cutover/ground';
import type { World } from '../world';
import type { TypeVersionRecord } from './type-record';

/** What the contract tests said of a package. */
export interface TestVerdict {
  readonly isPassed: boolean;
  readonly description: string;
}

/** A run of the contract tests on one version. */
export interface TestRun {
  readonly startedAt: Instant;
  readonly digest: string;
}

/** Contract tests that somebody has to run: what TestType has taken down. */
export interface TypeTest {
  readonly accountId: string;
  readonly region: string;
  readonly typeName: string;
  readonly digest: string;
  /** Where the package is. */
  readonly packageUrl: string;
}

/** DescribeType goes on saying NOT_TESTED for a moment after TestType: publishers' scripts wait 10 seconds for it. */
const unseenSeconds = 5;
/** Virtual time that the suite takes; a type that waits for CloudFront takes longer. */
const runSeconds = 300;

export interface TestStatus {
  readonly status: 'NOT_TESTED' | 'IN_PROGRESS' | 'PASSED' | 'FAILED';
  readonly description?: string;
}

/** What DescribeType says of a version's contract tests. */
export function testStatusOf(world: World, { test }: TypeVersionRecord): TestStatus {
  if (!test || world.now < test.startedAt + secondsToMs(unseenSeconds)) return { status: 'NOT_TESTED' };
  const verdict = world.testVerdicts.get(test.digest);
  if (!verdict || world.now < test.startedAt + secondsToMs(runSeconds)) return { status: 'IN_PROGRESS' };
  return { status: verdict.isPassed ? 'PASSED' : 'FAILED', description: verdict.description };
}

/** What runs the contract suite on a package. */
export type TestRunner = (test: TypeTest, archive: Uint8Array) => Promise<TestVerdict>;
