import { namesOfOurs } from '../../adopted';
import type { Strategy } from '../../migration';
import { absentFrom, type Outcome, type Run } from '../phase';
import { returnInOneStep } from './in-one-step';
import { returnOverAGap } from './over-a-gap';
import { returnPastBypass } from './past-bypass';
import { returnThroughWildcard } from './through-wildcard';

/** How names that the source does not hold come back to it: by the way on which they went. */
const returns: Readonly<Record<Strategy, (run: Run, away: readonly string[]) => Outcome | undefined>> = {
  ATOMIC: returnInOneStep,
  WILDCARD: returnThroughWildcard,
  BYPASS: returnPastBypass,
  DISABLED_SOURCE: returnOverAGap,
};

/**
 * The next change that brings names back; undefined: all are, or nothing more can be done for them.
 * @param names left out: all that the run has moved
 */
export function returnNames(run: Run, names = namesOfOurs(run)): Outcome | undefined {
  const away = absentFrom(names, run.source);
  return away.length === 0 ? undefined : returns[run.before.strategy](run, away);
}

export { targetHasLetGo } from './in-one-step';
export { enableAgain, enablingEdit } from './over-a-gap';
export { returnRecords } from './records';
