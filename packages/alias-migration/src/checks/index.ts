import { bypassFitsTheZone, bypassServes } from './bypass';
import { certificateCoversTheNames, certificateIsValid, sourceCanTakeThemBack } from './certificates';
import type { Check, Finding, Question } from './check';
import { oldTtlFits, recordsAreOurs, wildcardHasDns, zoneIsThere } from './dns';
import {
  atomicStaysInOneAccount,
  endsAreStandard,
  endsShareAddresses,
  targetIsEnabled,
  targetIsNotSource,
  targetSpeaksAsMuch,
} from './ends';
import { customersRecordsAreKnown, customersServersAnswer, customersTtlFits } from './external-dns';
import {
  nobodyKeepsTheNames,
  sourceHoldsTheNames,
  wildcardDrawsNothing,
  wildcardIsFree,
  wildcardReachesTheNames,
} from './holders';
import { namesFitTheQuota, namesFitUnderAWildcard } from './names';
import { semaphoreCanBeSet } from './semaphore';
import { alarmsAreQuiet, sourceAnswersAlike } from './verification';
import { disablingIsForTwoAccounts, downtimeIsAllowed, someWayIsOpen } from './ways';

/** Every check that can be made before anything is touched, by the law that it holds. */
export const checks: Readonly<Record<string, Check>> = {
  targetIsNotSource,
  endsAreStandard,
  targetIsEnabled,
  atomicStaysInOneAccount,
  someWayIsOpen,
  disablingIsForTwoAccounts,
  downtimeIsAllowed,
  namesFitUnderAWildcard,
  namesFitTheQuota,
  nobodyKeepsTheNames,
  sourceHoldsTheNames,
  wildcardIsFree,
  wildcardDrawsNothing,
  wildcardReachesTheNames,
  certificateCoversTheNames,
  certificateIsValid,
  sourceCanTakeThemBack,
  endsShareAddresses,
  targetSpeaksAsMuch,
  wildcardHasDns,
  zoneIsThere,
  recordsAreOurs,
  oldTtlFits,
  customersServersAnswer,
  customersRecordsAreKnown,
  customersTtlFits,
  semaphoreCanBeSet,
  bypassFitsTheZone,
  bypassServes,
  sourceAnswersAlike,
  alarmsAreQuiet,
};

/** What became of one check; undefined: it holds. */
export interface Examined {
  readonly check: string;
  readonly finding: Finding | undefined;
}

/** All checks are asked, so that people mend all at once. */
export const examine = (question: Question): Examined[] =>
  Object.entries(checks).map(([check, ask]) => ({ check, finding: ask(question) }));

export * from './check';
export * from './declared';
