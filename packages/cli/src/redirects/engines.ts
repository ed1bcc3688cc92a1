import {
  answerOf,
  type EngineName,
  engines,
  type FunctionAnswer,
  runFunction,
  viewerRequest,
} from '@cutover/edge-functions';
import { type Answer, prepare, type Request, type RuleSet } from '@cutover/redirect-rules';
import { UserError } from '../user-error';
import { compiled } from './compiled';
import { orRuleProblem } from './rule-problem';

/** Something that answers requests by rules; in the order of the requests. */
export type Answering = (requests: readonly Request[]) => Promise<Answer[]>;

/** The function, by the engine that runs it; `evaluate`, which says what rules mean, needs none. */
const runners: Readonly<Record<string, EngineName | undefined>> = {
  evaluate: undefined,
  function: 'vm',
  quickjs: 'quickjs',
  njs: 'njs',
};

export const engineNames: readonly string[] = Object.keys(runners);

/** Why an engine cannot be used on this machine. */
export function absence(name: string): string | undefined {
  const runner = runners[name];
  return runner === undefined || engines[runner].isAvailable()
    ? undefined
    : `${name} is not on this machine: apt-get install ${name}, or set ${name.toUpperCase()} to its path`;
}

/** @throws UserError when this machine lacks the engine, or the rules cannot be compiled */
export function answeringBy(name: string, rules: RuleSet): Answering {
  const why = absence(name);
  if (why !== undefined) throw new UserError(why);
  const answer = orRuleProblem(() => prepare(rules));
  const runner = runners[name];
  if (runner === undefined)
    return async (requests) => requests.map((request) => orRuleProblem(() => answer(request)));
  const { functionCode: code, items: store } = compiled(rules);
  return async (requests) => {
    const events = requests.map((request) => viewerRequest(request));
    const results = await runFunction(runner, { code, store, events });
    return results.map((result, i) =>
      named(
        answerOf(result, events[i]!),
        orRuleProblem(() => answer(requests[i]!)),
      ),
    );
  };
}

/** The function knows no ids: where it answers as the rules do, it is by the same rule. */
const named = (answer: FunctionAnswer, meant: Answer): Answer => ({
  ...answer,
  rule: answer.status === meant.status && answer.location === meant.location ? meant.rule : '',
});
