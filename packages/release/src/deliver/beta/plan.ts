import type { Drift } from '@cutover/aws-adapter';
import { neverMade } from '../../install/deploy-stack';
import { doing, ending, type Step, waiting } from '../drive';

/** What is to be known of a type in beta. */
export interface BetaSight {
  /** Whether these bytes have passed here before, and their version is the default still. */
  readonly isDelivered: boolean;
  /** Whether stacks of the version before have been updated by these bytes, in whatever run. */
  readonly isUpgraded: boolean;
  /** The type has a test/integ.yml. */
  readonly hasIntegration: boolean;
  readonly isRegistered: boolean;
  /** The version of these bytes is what stacks use. */
  readonly isDefault: boolean;
  /** There is a version before it. */
  readonly hasLast: boolean;
  /** Status of the stack that is made by the version before and updated by this one. */
  readonly upgrade: string | undefined;
  /** Status of the stack that is made and deleted by this one. */
  readonly fresh: string | undefined;
  /** Of the upgraded stack, as far as this run has asked. */
  readonly drift: Drift | undefined;
  readonly run: BetaRun;
}

export interface BetaRun {
  /** Something was done. */
  readonly isBegun: boolean;
  /** The stack of the version before was made in this run, and is none that a former run has left. */
  readonly isUpgradeMade: boolean;
  /** A stack of these bytes alone has been made. */
  readonly isFreshMade: boolean;
  /** Why the version cannot go on. */
  readonly failure: string | undefined;
}

export type BetaAct =
  | 'register'
  | 'make a stack with the version before'
  | 'make it the default'
  | 'update the stack with it'
  | 'detect drift'
  | 'note that the upgrade works'
  | 'delete the upgraded stack'
  | 'make a stack of its own'
  | 'delete the stack of its own'
  | 'note that it passed'
  | 'fail'
  | 'give the default back'
  | 'deregister';

/** The next step of a type in beta: what the version before has made must be updated and deleted by this one. */
export function planBeta(sight: BetaSight): Step<BetaAct> {
  const { isDelivered, isRegistered, hasIntegration, run } = sight;
  const busy = [sight.upgrade, sight.fresh].find((status) => status?.endsWith('_IN_PROGRESS'));
  if (isDelivered)
    return run.isBegun
      ? ending('delivered', 'has updated what the version before had made, and is the default')
      : ending('unchanged', 'these bytes have passed before, and are the default');
  if (busy) return waiting('a stack of test/integ.yml');
  if (run.failure !== undefined) return goBack(sight, run.failure);
  if (!isRegistered) return doing('register');
  if (!hasIntegration) return sight.isDefault ? doing('note that it passed') : doing('make it the default');
  return sight.hasLast && !sight.isUpgraded ? planUpgrade(sight) : planFresh(sight);
}

function planUpgrade({ isDefault, upgrade, drift, run }: BetaSight): Step<BetaAct> {
  if (upgrade === 'DELETE_FAILED') return doing('fail');
  if (!isDefault) {
    if (upgrade === undefined) return doing('make a stack with the version before');
    if (upgrade === 'CREATE_COMPLETE') return doing('make it the default');
    return doing(run.isUpgradeMade ? 'fail' : 'delete the upgraded stack');
  }
  // A run that broke off after the stack was deleted, and before that was noted: from the beginning.
  if (upgrade === undefined) return doing('give the default back');
  if (upgrade === 'CREATE_COMPLETE') return doing('update the stack with it');
  if (upgrade !== 'UPDATE_COMPLETE') return doing('fail');
  if (drift === undefined) return doing('detect drift');
  if (drift === 'IN_PROGRESS') return waiting('the detection of drift');
  return drift === 'IN_SYNC' ? doing('note that the upgrade works') : doing('fail');
}

function planFresh({ isDefault, upgrade, fresh, run }: BetaSight): Step<BetaAct> {
  if (upgrade === 'DELETE_FAILED') return doing('fail');
  if (upgrade !== undefined) return doing('delete the upgraded stack');
  if (!isDefault) return doing('make it the default');
  if (fresh === undefined)
    return run.isFreshMade ? doing('note that it passed') : doing('make a stack of its own');
  if (fresh === 'CREATE_COMPLETE') return doing('delete the stack of its own');
  return doing('fail');
}

/** Stacks that failed are deleted by the version that can: the one before, which is the default again. */
function goBack(sight: BetaSight, failure: string): Step<BetaAct> {
  if (sight.isDefault && sight.hasLast) return doing('give the default back');
  const left = [sight.upgrade, sight.fresh].filter((status) => status === 'DELETE_FAILED').length;
  if (left === 0 && sight.upgrade !== undefined) return doing('delete the upgraded stack');
  if (left === 0 && sight.fresh !== undefined) return doing('delete the stack of its own');
  if (sight.isRegistered && !sight.hasLast && left === 0) return doing('deregister');
  const stacks = left > 0 ? ' A stack of test/integ.yml could not be deleted: look at its events.' : '';
  const now = sight.hasLast ? 'the version before is the default' : 'it is not registered any more';
  return ending('failed', `${failure}; ${now}.${stacks}`);
}

/** What a stack in this status says against the version. */
export const failureOf = (sight: BetaSight): string => {
  if (sight.drift === 'DRIFTED') return 'after its update the stack is not what its template says';
  if (sight.drift === 'FAILED') return 'drift could not be detected';
  if (!sight.isDefault && sight.upgrade !== undefined)
    return `test/integ.yml could not be made by the version before (${sight.upgrade})`;
  const [what, status] =
    sight.fresh === undefined
      ? ['updated from the version before', sight.upgrade]
      : ['made or deleted', sight.fresh];
  return `test/integ.yml could not be ${what} (${status}${neverMade.test(status ?? '') ? ', it never came to be' : ''})`;
};
