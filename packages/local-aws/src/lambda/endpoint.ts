import { type HttpRequest, type HttpResponse, jsonResponse, type Reply } from '../wire/http';
import type { TurnResult } from './turn';

/** What Lambda's API calls functions here: the two that `sam local start-lambda` serves for an extension type. */
export interface FunctionDefinition {
  /** A CommonJS file. */
  readonly bundle: string;
  /** The function that it exports: `entrypoint` for TypeFunction. */
  readonly handler: string;
}

/** Runs one invocation to its end. */
export type Invoke = (name: string, payload: object) => Promise<TurnResult>;

/** A kept promise of Lambda: invocations that come while one runs wait for it, since turns must not overlap. */
export function oneAtATime(invoke: Invoke): Invoke {
  let last: Promise<unknown> = Promise.resolve();
  return (name, payload) => {
    const next = last.then(() => invoke(name, payload));
    // The one after it starts however this one ends; its own caller hears how.
    last = next.catch(() => undefined);
    return next;
  };
}

const path = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/;

/** Whether this is the Invoke call of Lambda's API. The contract suite sends it unsigned. */
export const isInvocation = (request: HttpRequest): boolean => path.test(request.path);

/** Answers `POST /2015-03-31/functions/{name}/invocations` as Lambda does, for callers that wait for the result. */
export async function answerInvocation(
  functions: readonly string[],
  invoke: Invoke,
  request: HttpRequest,
): Promise<Reply> {
  const name = path.exec(request.path)?.[1] ?? '';
  if (request.method !== 'POST')
    return refuse(404, 'UnknownOperationException', 'Functions are invoked by POST.');
  if (!functions.includes(name))
    return refuse(
      404,
      'ResourceNotFoundException',
      `Function not found: ${name}. The local Lambda has ${functions.join(', ') || 'none'}.`,
    );
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (type !== 'RequestResponse')
    return refuse(
      400,
      'InvalidParameterValueException',
      `Invocation type ${type} is not modelled by the local Lambda; use RequestResponse.`,
    );
  const payload = payloadIn(request.body);
  if (!payload)
    return refuse(
      400,
      'InvalidRequestContentException',
      'Could not parse request body into json: an object.',
    );
  return say(responseOf(await invoke(name, payload)));
}

/** The function's answer, or the error of a function that did not come to one: also 200, with a header that says so. */
function responseOf(result: TurnResult): HttpResponse {
  if (result.kind === 'answered') return withVersion(jsonResponse(200, result.event));
  const error =
    result.kind === 'killed'
      ? { errorMessage: `Task timed out after ${(result.tookMs / 1000).toFixed(2)} seconds` }
      : { errorType: 'Runtime.ExitError', errorMessage: result.stderr };
  return withVersion(jsonResponse(200, error), { 'X-Amz-Function-Error': 'Unhandled' });
}

const withVersion = (response: HttpResponse, headers: Record<string, string> = {}): HttpResponse => ({
  ...response,
  headers: { ...response.headers, 'X-Amz-Executed-Version': '$LATEST', ...headers },
});

function payloadIn(body: string): object | undefined {
  try {
    const payload = JSON.parse(body) as unknown;
    return typeof payload === 'object' && payload !== null ? payload : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

const refuse = (status: number, code: string, message: string): Reply =>
  say({
    ...jsonResponse(status, { Type: 'User', Message: message }),
    headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': code },
  });

const say = (response: HttpResponse): Reply => ({ kind: 'response', response, thenKilled: false });
