import { type EngineName, outcomeOf, runFunction, viewerRequest } from '@cutover/edge-functions';
import type { Answer, Compiled, Request } from '../../src';

/** What a viewer gets of the function; without the rule's id, which is not in the store. */
export interface EdgeAnswer extends Omit<Answer, 'rule'> {
  readonly reads: number;
}

/** Asks the function that rules were compiled to. */
export async function askEdge(
  compiled: Pick<Compiled, 'functionCode' | 'items'>,
  requests: readonly Request[],
  engine: EngineName = 'vm',
): Promise<EdgeAnswer[]> {
  const results = await runFunction(engine, {
    code: compiled.functionCode,
    store: compiled.items,
    events: requests.map((request) => viewerRequest(request)),
  });
  return results.map(({ output, error, kvsReads }, index) => {
    if (error) throw new Error(`${engine}: ${error.message}: ${JSON.stringify(requests[index])}`);
    const outcome = outcomeOf(output);
    if (outcome.kind !== 'response') throw new Error(`no response: ${JSON.stringify(outcome)}`);
    const { location, ...headers } = outcome.response.headers;
    return {
      status: outcome.response.status,
      ...(location === undefined ? {} : { location }),
      headers,
      ...(outcome.response.body === undefined ? {} : { body: outcome.response.body }),
      reads: kvsReads,
    };
  });
}
