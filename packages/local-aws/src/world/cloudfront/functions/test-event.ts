import type { FunctionEvent, FunctionRequest, FunctionValues, Invocation } from '@cutover/edge-functions';
import type { World } from '../../world';
import { invalidArgument } from '../failures';

export interface TestEvent {
  readonly invocation: Invocation;
  /** For viewer-response, where the function has a response to change. */
  readonly isOfResponse: boolean;
}

/** Reads the EventObject of a test. @throws AwsFailure for what is no event */
export function testEventIn(world: World, bytes: Uint8Array): TestEvent {
  const event = eventIn(bytes);
  const { context, request } = event;
  const isOfResponse = (context?.eventType as string) === 'viewer-response';
  if (context?.eventType !== 'viewer-request' && !isOfResponse)
    throw invalidArgument('The EventObject has no context.eventType viewer-request or viewer-response.');
  if (typeof request?.uri !== 'string' || typeof request.method !== 'string')
    throw invalidArgument('The EventObject has no request with uri and method.');
  const given: Partial<FunctionRequest> = request;
  const whole = { querystring: {}, headers: {}, cookies: {}, ...given } as FunctionRequest;
  return {
    isOfResponse,
    invocation: {
      event: { ...event, request: whole },
      rawQueryString: rawQueryOf(whole.querystring),
      withoutRawQueryString: !world.knobs.testFunctionHasRawQueryString,
      now: world.now,
    },
  };
}

function eventIn(bytes: Uint8Array): FunctionEvent {
  try {
    return (JSON.parse(new TextDecoder().decode(bytes)) ?? {}) as FunctionEvent;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidArgument(`The EventObject is not JSON: ${error.message}`);
  }
}

/** An event has no query as it was sent: it is put together from its parameters, and not there without any. */
function rawQueryOf(querystring: FunctionValues): string | undefined {
  const pairs = Object.entries(querystring).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each) => (each.value === '' ? name : `${name}=${each.value}`)),
  );
  return pairs.length > 0 ? pairs.join('&') : undefined;
}
