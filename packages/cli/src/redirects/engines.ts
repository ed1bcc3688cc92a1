import { type Answer, prepare, type Request, RuleProblem, type RuleSet } from '@cutover/redirect-rules';
import { UserError } from '../user-error';

/** Something that answers requests by rules; in the order of the requests. */
export type Answering = (requests: readonly Request[]) => Promise<Answer[]>;

/** `evaluate` says what rules mean. */
export const engineNames = ['evaluate'] as const;
export type AnsweringName = (typeof engineNames)[number];

export function answeringBy(_name: AnsweringName, rules: RuleSet): Answering {
  const answer = prepare(rules);
  return async (requests) => requests.map((request) => orInOneLine(() => answer(request)));
}

/** A rule that engines would not read alike is for its author to mend. */
function orInOneLine<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    throw new UserError(error.message);
  }
}
