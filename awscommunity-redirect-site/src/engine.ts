import { type Invocation, outcomeOf, prepareFunction, viewerRequest } from '@cutover/edge-functions';
import type { Answer, Request } from '@cutover/redirect-rules';
import type { SiteTools } from '@cutover/redirect-site';

/** The function in Node's own engine, and the words in which CloudFront's TestFunction asks and answers. */
export const siteTools: SiteTools = {
  runFunction: async (code, items, requests) => {
    const prepared = prepareFunction(code);
    return requests.map((request) => {
      const invocation = invocationOf(request);
      const { output, error } = prepared.call(invocation, items);
      return error ? silence(`${error.kind}: ${error.message}`) : answerOf(output, invocation);
    });
  },
  eventOf: (request) => JSON.stringify(invocationOf(request).event),
  answerIn: (output, request) => {
    const { response, request: passedOn } = JSON.parse(output) as { response?: unknown; request?: unknown };
    return answerOf(response ?? passedOn, invocationOf(request));
  },
  clock: { now: () => Date.now() },
};

const invocationOf = ({ host, uri, headers, now }: Request): Invocation =>
  viewerRequest({ host, uri, headers, now });

/** The function knows no ids, so an answer of its does not say by which rule it is. */
function answerOf(output: unknown, { event }: Invocation): Answer {
  const outcome = outcomeOf(output, event.request);
  if (outcome.kind === 'refused') return silence(`CloudFront would refuse it: ${outcome.because.join('; ')}`);
  if (outcome.kind === 'request') return silence('the function passed the request on');
  const { location, ...headers } = outcome.response.headers;
  const { status, body } = outcome.response;
  return { status, location, headers, body, rule: '' };
}

const silence = (why: string): Answer => ({ status: 0, headers: {}, body: why, rule: '' });
