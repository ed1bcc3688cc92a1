import type { Invocation, Result } from './harness/invocation';
import { outcomeOf } from './response';

/** What a viewer gets of a function that is to answer every request itself. */
export interface FunctionAnswer {
  /** `noAnswer`, with why in the body, where the function does not answer. */
  readonly status: number;
  readonly location?: string;
  /** Names in lower case, location excluded. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The status of what did not answer; why stands in the body. */
export const noAnswer = 0;

export function answerOf(
  { output, error }: Pick<Result, 'output' | 'error'>,
  { event }: Pick<Invocation, 'event'>,
): FunctionAnswer {
  if (error) return silence(`${error.kind}: ${error.message}`);
  const outcome = outcomeOf(output, event.request);
  if (outcome.kind === 'refused') return silence(`CloudFront would refuse it: ${outcome.because.join('; ')}`);
  if (outcome.kind === 'request') return silence('the function passed the request on');
  const { status, body } = outcome.response;
  const { location, ...headers } = outcome.response.headers;
  return {
    status,
    ...(location === undefined ? {} : { location }),
    headers,
    ...(body === undefined ? {} : { body }),
  };
}

const silence = (why: string): FunctionAnswer => ({ status: noAnswer, headers: {}, body: why });
