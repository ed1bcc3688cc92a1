import { RuleProblem } from '@cutover/redirect-rules';
import { UserError } from '../user-error';

/**
 * A rule that engines would not read alike is for its author to mend.
 *
 * @throws UserError
 */
export function orRuleProblem<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    throw new UserError(error.message.replaceAll(/\s*\n\s*/g, ' '));
  }
}
