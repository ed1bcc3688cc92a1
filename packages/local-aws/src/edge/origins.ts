import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { pathMatches } from './behaviour';
import { hostNameOf } from './host';
import { close, listen, withoutTimeouts } from './listening';

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

/** Tells these origins who asks. Real ones are not told; nothing of it gets to a viewer. */
export const askedBy = 'x-local-distribution';

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

/** The running origins, each on a loopback port of its own. */
export interface Origins {
  portOf(domainName: string): number | undefined;
  stop(): Promise<void>;
}

export async function startOrigins(definitions: readonly OriginDefinition[]): Promise<Origins> {
  const servers = definitions.map((definition) => createServer(withoutTimeouts, listenerFor(definition)));
  const ports = await Promise.all(servers.map(listen));
  const byDomainName = new Map(definitions.map(({ domainName }, i) => [domainName.toLowerCase(), ports[i]]));
  return {
    portOf: (domainName) => byDomainName.get(domainName.toLowerCase()),
    stop: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

export const listenerFor =
  (definition: OriginDefinition): RequestListener =>
  (request, response) => {
    // Read to its end, so that the connection can carry the next request.
    request.resume();
    response.sendDate = false;
    const answer = originAnswer(
      definition,
      hostNameOf(request.headers.host ?? ''),
      pathOf(request),
      String(request.headers[askedBy]),
    );
    if (answer.headers.etag && answer.headers.etag === request.headers['if-none-match']) {
      response.writeHead(304, answer.headers).end();
      return;
    }
    const body = Buffer.from(answer.body);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/';
