import {
  type EngineName,
  engines,
  type Invocation,
  outcomeOf,
  type Result,
  runFunction,
  viewerRequest,
} from '@cutover/edge-functions';
import { type Answer, prepare, type Request, type RuleSet } from '@cutover/redirect-rules';
import { UserError } from '../user-error';
import { compiled } from './compiled';
import { noAnswer } from './no-answer';
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
    const events = requests.map(eventOf);
    const results = await runFunction(runner, { code, store, events });
    return results.map((result, i) =>
      named(
        answerOf(result, events[i]!),
        orRuleProblem(() => answer(requests[i]!)),
      ),
    );
  };
}

const eventOf = ({ host, uri, headers, now }: Request): Invocation =>
  viewerRequest({ host, uri, headers, now });

function answerOf(result: Result, { event }: Invocation): Answer {
  if (result.error) return silence(`${result.error.kind}: ${result.error.message}`);
  const outcome = outcomeOf(result.output, event.request);
  if (outcome.kind === 'refused') return silence(`CloudFront would refuse it: ${outcome.because.join('; ')}`);
  if (outcome.kind === 'request') return silence('the function passed the request on');
  const { location, ...headers } = outcome.response.headers;
  const { status, body } = outcome.response;
  return {
    status,
    ...(location === undefined ? {} : { location }),
    headers,
    ...(body === undefined ? {} : { body }),
    rule: '',
  };
}

const silence = (why: string): Answer => ({ status: noAnswer, headers: {}, body: why, rule: '' });

/** The function knows no ids: where it answers as the rules do, it is by the same rule. */
const named = (answer: Answer, meant: Answer): Answer =>
  answer.status === meant.status && answer.location === meant.location
    ? { ...answer, rule: meant.rule }
    : answer;
