import {
  type Invocation,
  outcomeOf,
  type PreparedFunction,
  prepareFunction,
  viewerRequest,
} from '@cutover/edge-functions';
import type { Answer, Request } from '@cutover/redirect-rules';

const prepared = new Map<string, PreparedFunction>();

/** Node's engine on the very code, prepared once for each code. */
export function answerBy(code: string, items: ReadonlyMap<string, string>, request: Request): Answer {
  const { host, uri, headers, now } = request;
  return answerTo(code, items, viewerRequest({ host, uri, headers, now }));
}

export function answerTo(code: string, items: ReadonlyMap<string, string>, invocation: Invocation): Answer {
  const engine = prepared.get(code) ?? prepareFunction(code);
  prepared.set(code, engine);
  const { output, error } = engine.call(invocation, items);
  if (error) return { status: 0, headers: {}, body: error.message, rule: '' };
  return answerOf(output, invocation);
}

export function answerOf(output: unknown, { event }: Invocation): Answer {
  const outcome = outcomeOf(output, event.request);
  if (outcome.kind !== 'response') return { status: 0, headers: {}, body: outcome.kind, rule: '' };
  const { location, ...headers } = outcome.response.headers;
  const { status, body } = outcome.response;
  return {
    status,
    ...(location !== undefined && { location }),
    headers,
    ...(body !== undefined && { body }),
    rule: '',
  };
}
