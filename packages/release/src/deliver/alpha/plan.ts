import type { TestState } from '@cutover/aws-adapter';
import { doing, ending, longPauseMs, type Step, waiting } from '../drive';
import { unseenMs } from '../tests';

/** What is to be known of a type in alpha, of its package's own version first. */
export interface AlphaSight {
  /** Whether these bytes have passed here before, and their version is the default still. */
  readonly isDelivered: boolean;
  /** The version of these bytes; undefined until it is known in this run. */
  readonly version: { readonly id: string; readonly isDefault: boolean } | undefined;
  /** Another version to go back to: the one that passed last, or else the newest. */
  readonly last: { readonly id: string; readonly isDefault: boolean } | undefined;
  readonly test: TestState | undefined;
  /** What this run has done so far. */
  readonly run: AlphaRun;
}

export interface AlphaRun {
  readonly isPrepared: boolean;
  readonly tests: number;
  /** Since the last TestType of this run. */
  readonly sinceTestMs: number;
  /** Why the version was deregistered. */
  readonly withdrawn: string | undefined;
}

export type AlphaAct =
  | 'make what its tests need'
  | 'register'
  | 'configure and test'
  | 'make it the default'
  | 'give the default back'
  | 'deregister'
  | 'note that it passed';

/** TestType may not begin at all: then once more, and no third time. */
const mostTests = 2;

/**
 * The next step of a type in alpha. A version is tested before it is the default, so that nothing has to be taken back;
 * only the first version of a type is the default from the beginning, and an older run may have left one.
 */
export function planAlpha({ isDelivered, version, last, test, run }: AlphaSight): Step<AlphaAct> {
  if (isDelivered)
    return run.isPrepared
      ? ending('delivered', 'has passed the contract tests, and is the default')
      : ending('unchanged', 'these bytes have passed before, and are the default');
  if (run.withdrawn !== undefined)
    return ending('failed', `the contract tests failed (${run.withdrawn}); it is not registered any more`);
  if (!run.isPrepared) return doing('make what its tests need');
  if (!version || !test) return doing('register');
  if (test.status === 'PASSED')
    return version.isDefault ? doing('note that it passed') : doing('make it the default');
  if (test.status === 'IN_PROGRESS') return waiting('the contract test', longPauseMs);
  if (test.status === 'FAILED' && run.tests > 0) return afterFailure(version, last, test);
  if (run.tests > 0 && run.sinceTestMs < unseenMs) return waiting('the contract test');
  if (run.tests >= mostTests)
    return ending('failed', `TestType was accepted ${run.tests} times and no test began: ${again}`);
  return doing('configure and test');
}

const again = 'run it again';

/** Whatever failed is not the default when the run ends; a first version, which cannot help being it, goes. */
function afterFailure(
  version: { readonly id: string; readonly isDefault: boolean },
  last: AlphaSight['last'],
  { description }: TestState,
): Step<AlphaAct> {
  if (version.isDefault) return doing(last ? 'give the default back' : 'deregister');
  const left = last ? `${last.id} is the default` : 'none is the default that has passed';
  return ending(
    'failed',
    `the contract tests of ${version.id} failed (${description || 'no reason given'}); ${left}. Mend it, or ${again} if the reason was not in it.`,
  );
}
