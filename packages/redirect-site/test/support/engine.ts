import {
  answerOf,
  type Invocation,
  type PreparedFunction,
  prepareFunction,
  viewerRequest,
} from '@cutover/edge-functions';
import type { Answer, Request } from '@cutover/redirect-rules';

const prepared = new Map<string, PreparedFunction>();

/** Node's engine on the very code, prepared once for each code. */
const engineOf = (code: string): PreparedFunction => {
  const engine = prepared.get(code) ?? prepareFunction(code);
  prepared.set(code, engine);
  return engine;
};

export const answerBy = (code: string, items: ReadonlyMap<string, string>, request: Request): Answer =>
  answerTo(code, items, viewerRequest(request));

/** One answer to each, for the time that few take one by one. */
export function answersBy(
  code: string,
  items: ReadonlyMap<string, string>,
  requests: readonly Request[],
): Answer[] {
  const invocations = requests.map((request) => viewerRequest(request));
  const results = engineOf(code).callAll(invocations, items);
  return results.map((result, at) => ({ ...answerOf(result, invocations[at]!), rule: '' }));
}

export const answerTo = (
  code: string,
  items: ReadonlyMap<string, string>,
  invocation: Invocation,
): Answer => ({ ...answerOf(engineOf(code).call(invocation, items), invocation), rule: '' });

const answers = new Map<string, Answer>();

/** The same, asked once: a walk meets few stores, and all of them a thousand times. */
export function answerOnceBy(code: string, items: ReadonlyMap<string, string>, request: Request): Answer {
  const key = JSON.stringify([code, [...items], request]);
  const answer = answers.get(key) ?? answerBy(code, items, request);
  answers.set(key, answer);
  return answer;
}
