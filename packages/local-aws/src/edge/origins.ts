import type { RequestListener } from 'node:http';
import { pathMatches } from './behaviour';
import type { Headers } from './headers';
import { hostNameOf } from './host';

/** A web server behind CloudFront, as data: the first rule that fits answers. */
export interface OriginDefinition {
  readonly domainName: string;
  readonly rules: readonly OriginRule[];
}

export interface OriginRule {
  /** Hosts that the rule is for; left out: all. The viewer's only if an origin request policy forwards it. */
  readonly host?: string | readonly string[];
  /** The distribution that asks; left out: all. Two may share an origin, and still the traffic has to tell them apart. */
  readonly distribution?: string;
  /** A path pattern as in a cache behaviour; left out: all. */
  readonly path?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface OriginAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Without a rule that fits, an origin answers 200 and says who it is. */
export function originAnswer(
  definition: OriginDefinition,
  host: string,
  path: string,
  distributionId?: string,
): OriginAnswer {
  const rule = definition.rules.find(
    (each) =>
      hostFits(each, host) &&
      (!each.path || pathMatches(each.path, path)) &&
      (!each.distribution || each.distribution === distributionId),
  );
  return {
    status: rule?.status ?? 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...rule?.headers },
    body: rule?.body ?? `${definition.domainName}\n`,
  };
}

const hostFits = (rule: OriginRule, host: string): boolean =>
  rule.host === undefined || [rule.host].flat().includes(host);

/** By their domain names in lower case. Edges call them: a viewer sees nothing of how an edge asks its origin. */
export type Origins = ReadonlyMap<string, OriginDefinition>;

export const originsOf = (definitions: readonly OriginDefinition[]): Origins =>
  new Map(definitions.map((definition) => [definition.domainName.toLowerCase(), definition]));

/** A request as an origin gets it. */
export interface OriginQuestion {
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
  /** Real origins are not told who asks. */
  readonly distributionId?: string;
}

/** What goes back, as it would be on the wire. */
export interface OriginReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Headers;
  readonly body: Buffer;
}

export function originReply(
  definition: OriginDefinition,
  { url, headers: asked, distributionId }: OriginQuestion,
): OriginReply {
  const path = url.split('?', 1)[0] ?? '/';
  const answer = originAnswer(definition, hostNameOf(String(asked.host ?? '')), path, distributionId);
  const headers = inLowerCase(answer.headers);
  if (headers.etag && headers.etag === asked['if-none-match'])
    return { status: 304, headers, body: Buffer.alloc(0) };
  const body = Buffer.from(answer.body);
  return { status: answer.status, headers: { ...headers, 'content-length': String(body.length) }, body };
}

const inLowerCase = (headers: OriginAnswer['headers']): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** The same over HTTP, for viewers who come without an edge between. */
export const listenerFor =
  (definition: OriginDefinition): RequestListener =>
  (request, response) => {
    // Read to its end, so that the connection can carry the next request.
    request.resume();
    response.sendDate = false;
    const { status, headers, body } = originReply(definition, {
      url: request.url ?? '/',
      headers: request.headers,
    });
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
  };
