import { type Answer, prepare, type Request, type RuleSet } from '@cutover/redirect-rules';
import { orRuleProblem } from './rule-problem';

/** Something that answers requests by rules; in the order of the requests. */
export type Answering = (requests: readonly Request[]) => Promise<Answer[]>;

/** `evaluate` says what rules mean. */
export const engineNames = ['evaluate'] as const;
export type AnsweringName = (typeof engineNames)[number];

export const isEngineName = (text: string): text is AnsweringName =>
  (engineNames as readonly string[]).includes(text);

export function answeringBy(_name: AnsweringName, rules: RuleSet): Answering {
  const answer = prepare(rules);
  return async (requests) => requests.map((request) => orRuleProblem(() => answer(request)));
}
