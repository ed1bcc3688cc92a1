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
