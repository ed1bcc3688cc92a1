import type { FunctionRequest, FunctionResponse, FunctionValues } from './event';
import { limits } from './limits';

/** What the viewer gets of a function's result, or what goes on to cache and origin. */
export type Outcome =
  | { readonly kind: 'response'; readonly response: PlainResponse }
  | { readonly kind: 'request'; readonly request: FunctionRequest }
  /** CloudFront would answer `status` (502) itself, because of these. */
  | { readonly kind: 'refused'; readonly status: 502; readonly because: readonly string[] };

export interface PlainResponse {
  readonly status: number;
  /** Names in lower case; several values of one name are joined, set-cookie by line feeds. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** "Restrictions on all edge functions": not to be added. A star stands for any rest. */
const disallowed =
  `connection expect keep-alive proxy-authenticate proxy-authorization proxy-connection trailer
  upgrade x-accel-buffering x-accel-charset x-accel-limit-rate x-accel-redirect x-amz-cf-* x-amzn-auth
  x-amzn-cf-billing x-amzn-cf-id x-amzn-cf-xff x-amzn-errortype x-amzn-fle-profile x-amzn-header-count
  x-amzn-header-order x-amzn-lambda-integration-tag x-amzn-requestid x-cache x-edge-* x-forwarded-proto
  x-real-ip`.split(/\s+/);
/** The same page: read-only. CloudFront writes them itself. */
const readOnly = {
  response: ['content-length', 'transfer-encoding', 'warning', 'via'],
  request: ['content-length', 'host', 'transfer-encoding', 'via'],
};

/** What CloudFront makes of what the handler returned for a viewer request. */
export function outcomeOf(output: unknown, before?: FunctionRequest): Outcome {
  if (!isObject(output)) return refused(['the handler returned neither a request nor a response']);
  if ('statusCode' in output) return responseOf(output);
  if (typeof output.uri === 'string' || 'method' in output) return requestOf(output, before);
  return refused(['the handler returned neither a request (uri) nor a response (statusCode)']);
}

function responseOf(output: Record<string, unknown>): Outcome {
  const { statusCode, statusDescription, headers = {}, cookies = {}, body } = output;
  const text = bodyOf(body);
  const because = [
    ...statusProblems(statusCode),
    ...valueProblems('header', headers),
    ...valueProblems('cookie', cookies),
    ...forbidden(headers, readOnly.response),
    ...(statusDescription === undefined || typeof statusDescription === 'string'
      ? []
      : ['statusDescription is not a text']),
    ...(text instanceof Error ? [text.message] : []),
  ];
  if (because.length > 0) return refused(because);
  const response: PlainResponse = {
    status: statusCode as number,
    headers: { ...plain(headers as FunctionValues), ...setCookies(cookies as FunctionValues) },
    ...(typeof text === 'string' ? { body: text } : {}),
  };
  const bytes = Buffer.byteLength(JSON.stringify(response.headers)) + Buffer.byteLength(response.body ?? '');
  if (bytes > limits.responseBytes) {
    return refused([`headers and body have ${bytes} bytes, at most ${limits.responseBytes} are taken`]);
  }
  return { kind: 'response', response };
}

/** The same for a viewer response, where `before` is what the function was given. Its body is not the function's. */
export function responseOutcomeOf(output: unknown, before: FunctionResponse): Outcome {
  if (!isObject(output) || !('statusCode' in output))
    return refused(['the handler returned no response (statusCode)']);
  const { statusCode, headers = {}, cookies = {} } = output;
  const because = [
    ...statusProblems(statusCode),
    ...valueProblems('header', headers),
    ...valueProblems('cookie', cookies),
    ...forbidden(changedIn(headers, before.headers), readOnly.response),
  ];
  if (because.length > 0) return refused(because);
  return {
    kind: 'response',
    response: {
      status: statusCode as number,
      headers: { ...plain(headers as FunctionValues), ...setCookies(cookies as FunctionValues) },
    },
  };
}

const changedIn = (headers: unknown, before: FunctionValues | undefined): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(isObject(headers) ? headers : {}).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before?.[name]),
    ),
  );

function requestOf(output: Record<string, unknown>, before: FunctionRequest | undefined): Outcome {
  const { uri, method, headers = {}, querystring = {}, cookies = {} } = output;
  const changed = changedIn(headers, before?.headers);
  const because = [
    ...(typeof uri === 'string' && uri.startsWith('/')
      ? []
      : ['uri must be a path that begins with a slash']),
    ...(before === undefined || method === before.method ? [] : ['method is read-only']),
    ...valueProblems('header', headers),
    ...valueProblems('cookie', cookies),
    // The querystring may be a text too.
    ...(typeof querystring === 'string' ? [] : valueProblems('parameter', querystring)),
    ...(before === undefined ? [] : forbidden(changed, readOnly.request)),
  ];
  return because.length > 0
    ? refused(because)
    : { kind: 'request', request: output as unknown as FunctionRequest };
}

const refused = (because: readonly string[]): Outcome => ({ kind: 'refused', status: 502, because });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const statusProblems = (status: unknown): string[] =>
  Number.isInteger(status) && (status as number) >= 200 && (status as number) <= 599
    ? []
    : [`statusCode ${JSON.stringify(status)} is no integer from 200 to 599`];

function forbidden(headers: unknown, names: readonly string[]): string[] {
  if (!isObject(headers)) return [];
  return Object.keys(headers).flatMap((name) => {
    const lower = name.toLowerCase();
    const isDisallowed = disallowed.some((each) =>
      each.endsWith('*') ? lower.startsWith(each.slice(0, -1)) : lower === each,
    );
    if (isDisallowed) return [`the header ${name} may not be added`];
    return names.includes(lower) ? [`the header ${name} is read-only`] : [];
  });
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const breaksLines = /[\r\n\0]/;

function valueProblems(what: string, values: unknown): string[] {
  if (!isObject(values)) return [`the ${what}s are no object`];
  return Object.entries(values).flatMap(([name, entry]) => {
    const all = isObject(entry) ? [entry, ...(Array.isArray(entry.multiValue) ? entry.multiValue : [])] : [];
    const texts = all.map((each) => (isObject(each) ? each.value : undefined));
    if (texts.length === 0 || !texts.every((text) => typeof text === 'string')) {
      return [`the ${what} ${name} must be { value: text }`];
    }
    if (what === 'parameter') return [];
    if (!token.test(name)) return [`${JSON.stringify(name)} is no name for a ${what}`];
    if (what === 'header' && name !== name.toLowerCase()) return [`the header ${name} must be in lower case`];
    return texts.some((text) => breaksLines.test(text as string))
      ? [`the ${what} ${name} has a line break in its value`]
      : [];
  });
}

const plain = (values: FunctionValues): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, { value, multiValue }]) => [
      name.toLowerCase(),
      multiValue === undefined ? value : multiValue.map((each) => each.value).join(', '),
    ]),
  );

function setCookies(cookies: FunctionValues): Record<string, string> {
  const lines = Object.entries(cookies).map(([name, entry]) => {
    const { attributes } = entry as { readonly attributes?: string };
    return `${name}=${entry.value}${attributes ? `; ${attributes}` : ''}`;
  });
  return lines.length === 0 ? {} : { 'set-cookie': lines.join('\n') };
}

/** A text, or `{ encoding: 'text' | 'base64', data }`. */
function bodyOf(body: unknown): string | undefined | Error {
  if (body === undefined || typeof body === 'string') return body;
  const { encoding, data } = isObject(body) ? body : {};
  if (typeof data !== 'string') return new Error('body is neither a text nor { encoding, data }');
  if (encoding === 'text') return data;
  if (encoding !== 'base64')
    return new Error(`body.encoding ${JSON.stringify(encoding)} is neither text nor base64`);
  return /^[A-Za-z0-9+/]*={0,2}$/.test(data)
    ? Buffer.from(data, 'base64').toString('utf8')
    : new Error('body.data is not base64');
}
