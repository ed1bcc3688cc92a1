import { answerOf, prepareFunction, viewerRequest } from '@cutover/edge-functions';
import { rulesMemory, type SiteTools } from '@cutover/redirect-site';

/** The function knows no ids, so an answer of its does not say by which rule it is. */
const rule = '';

/** The function in Node's own engine, and the words in which CloudFront's TestFunction asks and answers. */
export const siteTools: SiteTools = {
  runFunction: async (code, items, requests) => {
    const invocations = requests.map(viewerRequest);
    const results = prepareFunction(code).callAll(invocations, items);
    return invocations.map((invocation, at) => ({ ...answerOf(results[at] ?? {}, invocation), rule }));
  },
  eventOf: (request) => JSON.stringify(viewerRequest(request).event),
  answerIn: (output, request) => {
    const { response, request: passedOn } = JSON.parse(output) as { response?: unknown; request?: unknown };
    return { ...answerOf({ output: response ?? passedOn }, viewerRequest(request)), rule };
  },
  clock: { now: () => Date.now() },
  // As long as the process: Lambda keeps it for the turns that come next.
  memory: rulesMemory(),
};
