import type { Invocation } from './harness/invocation';

/** A value of a header, cookie or parameter; `multiValue` where the name came more than once. */
export interface FunctionValue {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}

export type FunctionValues = Readonly<Record<string, FunctionValue>>;

/** The event of CloudFront Functions ("CloudFront Functions event structure"). */
export interface FunctionEvent {
  readonly version: '1.0';
  readonly context: {
    readonly eventType: 'viewer-request' | 'viewer-response';
    readonly distributionDomainName: string;
    readonly distributionId: string;
    readonly requestId: string;
  };
  readonly viewer: { readonly ip: string };
  readonly request: FunctionRequest;
  /** For viewer-response only. */
  readonly response?: FunctionResponse;
}

export interface FunctionResponse {
  readonly statusCode: number;
  readonly statusDescription?: string;
  readonly headers: FunctionValues;
  /** With what follows the first semicolon as `attributes`. */
  readonly cookies: Readonly<Record<string, FunctionValue & { readonly attributes?: string }>>;
}

export interface FunctionRequest {
  readonly method: string;
  /** The path alone, percent-encoded as the viewer sent it. */
  readonly uri: string;
  readonly querystring: FunctionValues;
  readonly headers: FunctionValues;
  readonly cookies: FunctionValues;
}

/** A request as a viewer sends it. */
export interface ViewerRequest {
  readonly method?: string;
  readonly host: string;
  /** Path and query as they were sent. */
  readonly uri: string;
  /** Any case; Cookie is taken apart. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Two letters; there only where the behavior's policies ask for CloudFront-Viewer-Country. */
  readonly country?: string;
  readonly ip?: string;
  /** Whose request it is; left out, that of the developer guide's example. */
  readonly context?: Partial<Omit<FunctionEvent['context'], 'eventType'>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What CloudFront hands to the function for a request. */
export function viewerRequest(request: ViewerRequest): Invocation {
  const mark = request.uri.indexOf('?');
  const rawQueryString = mark < 0 ? undefined : request.uri.slice(mark + 1);
  const headers = Object.entries(request.headers ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): Pair => [name.toLowerCase(), value]),
  );
  if (request.country !== undefined) headers.push(['cloudfront-viewer-country', request.country]);
  const cookies = headers.filter(([name]) => name === 'cookie').flatMap(([, value]) => cookiePairs(value));
  const event: FunctionEvent = {
    version: '1.0',
    context: {
      eventType: 'viewer-request',
      // Of the developer guide's example.
      distributionDomainName: 'd111111abcdef8.cloudfront.net',
      distributionId: 'EDFDVBD6EXAMPLE',
      requestId: 'EXAMPLEntjQpEXAMPLE_SG5Z-EXAMPLEPmPfEu3EqEXAMPLE==',
      ...request.context,
    },
    // For documentation: RFC 5737.
    viewer: { ip: request.ip ?? '198.51.100.11' },
    request: {
      method: request.method ?? 'GET',
      uri: (mark < 0 ? request.uri : request.uri.slice(0, mark)) || '/',
      querystring: valuesOf(queryPairs(rawQueryString ?? '')),
      headers: valuesOf([
        ['host', request.host],
        ...headers.filter(([name]) => name !== 'cookie' && name !== 'host'),
      ]),
      cookies: valuesOf(cookies),
    },
  };
  return { event, rawQueryString, now: request.now };
}

/** A response as CloudFront is about to send it. */
export interface ViewerResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The event for the response to a request. The function sees no body. */
export function viewerResponse(request: Invocation, { status, headers }: ViewerResponse): Invocation {
  const { 'set-cookie': lines = [], ...others } = headers;
  const pairsIn = Object.entries(others).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): Pair => [name.toLowerCase(), value]),
  );
  const { event } = request;
  return {
    ...request,
    event: {
      ...event,
      context: { ...event.context, eventType: 'viewer-response' },
      response: {
        statusCode: status,
        headers: valuesOf(pairsIn),
        cookies: Object.fromEntries([lines].flat().map(cookieOf)),
      },
    },
  };
}

function cookieOf(line: string): [string, FunctionValue & { attributes?: string }] {
  const [pair = '', ...rest] = line.split(';');
  const [[name, value] = ['', '']] = cookiePairs(pair);
  const attributes = rest.join(';').trim();
  return [name, { value, ...(attributes && { attributes }) }];
}

type Pair = readonly [name: string, value: string];

/** Values arrive as they were sent, not decoded; a name without an equals sign has the value "". */
const queryPairs = (query: string): Pair[] => pairs(query.split('&'));

const cookiePairs = (header: string): Pair[] => pairs(header.split(';').map((each) => each.trim()));

const pairs = (texts: readonly string[]): Pair[] =>
  texts
    .filter((text) => text !== '')
    .map((text) => {
      const equals = text.indexOf('=');
      return equals < 0 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
    });

/** The first value is `value`, as in the guide's example; all of them are `multiValue`. */
function valuesOf(list: readonly Pair[]): FunctionValues {
  const values = new Map<string, { value: string }[]>();
  for (const [name, value] of list) values.set(name, [...(values.get(name) ?? []), { value }]);
  return Object.fromEntries(
    Array.from(values, ([name, all]) => [
      name,
      { value: all[0]!.value, ...(all.length > 1 ? { multiValue: all } : {}) },
    ]),
  );
}
