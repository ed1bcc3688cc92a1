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
export const answerBy = (code: string, items: ReadonlyMap<string, string>, request: Request): Answer =>
  answerTo(code, items, viewerRequest(request));

export function answerTo(code: string, items: ReadonlyMap<string, string>, invocation: Invocation): Answer {
  const engine = prepared.get(code) ?? prepareFunction(code);
  prepared.set(code, engine);
  return { ...answerOf(engine.call(invocation, items), invocation), rule: '' };
}

const answers = new Map<string, Answer>();

/** The same, asked once: a walk meets few stores, and all of them a thousand times. */
export function answerOnceBy(code: string, items: ReadonlyMap<string, string>, request: Request): Answer {
  const key = JSON.stringify([code, [...items], request]);
  const answer = answers.get(key) ?? answerBy(code, items, request);
  answers.set(key, answer);
  return answer;
}
