import { answerOf, type EngineName, noAnswer, runFunction, viewerRequest } from '@cutover/edge-functions';
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
  const { functionCode: code, items: store } = compiled;
  const events = requests.map((request) => viewerRequest(request));
  const results = await runFunction(engine, { code, store, events });
  return results.map((result, index) => {
    const answer = answerOf(result, events[index]!);
    if (answer.status === noAnswer)
      throw new Error(`${engine}: ${answer.body}: ${JSON.stringify(requests[index])}`);
    return { ...answer, reads: result.kvsReads };
  });
}
