import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Origin } from '@aws-sdk/client-cloudfront';
import { countedHeaders } from './cache/key';
import { endToEnd, type Headers } from './headers';
import { askedBy } from './origins';
import type { PassedOn } from './passed-on';
import type { Forwarding } from './plan';
import type { EdgeSite } from './site';
import type { ViewerMessage } from './viewer';

/** What an edge asks an origin for. */
export interface OriginAsk {
  readonly method: string;
  readonly headers: Headers;
  /** The viewer's request, read for its body; left out where there is none to send. */
  readonly body?: ViewerMessage;
  /** Under which the origin may answer 304: the edge has an older answer. */
  readonly conditions?: Headers;
}

/** No origin gave an answer that could be passed on. */
export class OriginFailure extends Error {
  constructor(readonly reason: 'unknown' | 'unreachable') {
    super(`origin ${reason}`);
  }
}

/** Asks the origins of a forwarding in turn; the first answer that is no reason to fail over is it. */
export async function askOrigins(
  site: EdgeSite,
  forwarding: Forwarding,
  request: OriginAsk,
): Promise<IncomingMessage> {
  const { origins: candidates, failoverOn } = forwarding.choice;
  let failure: OriginFailure | undefined;
  for (const [i, origin] of candidates.entries()) {
    try {
      const answer = await askOrigin(site, origin, forwarding, request);
      const isLast = i === candidates.length - 1;
      if (isLast || !failoverOn.includes(answer.statusCode ?? 0)) return answer;
      answer.resume();
    } catch (error) {
      if (!(error instanceof OriginFailure)) throw error;
      failure = error;
    }
  }
  throw failure ?? new OriginFailure('unknown');
}

function askOrigin(
  site: EdgeSite,
  origin: Origin,
  forwarding: Forwarding,
  { method, headers, body, conditions }: OriginAsk,
): Promise<IncomingMessage> {
  const port = site.origins.portOf(origin.DomainName ?? '');
  if (port === undefined) return Promise.reject(new OriginFailure('unknown'));
  const path = (origin.OriginPath ?? '') + forwarding.url;
  return new Promise((resolve, reject) => {
    const upstream = httpRequest(
      {
        agent: site.agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headersFor(origin, forwarding, headers), ...conditions },
      },
      (answer) => {
        record(site, origin, forwarding, path, answer);
        resolve(answer);
      },
    );
    upstream.on('error', () => reject(new OriginFailure('unreachable')));
    if (body) body.pipe(upstream);
    else upstream.end();
  });
}

function record(
  { world, edge, load }: EdgeSite,
  { DomainName = '' }: Origin,
  { served }: Forwarding,
  url: string,
  { statusCode = 0 }: IncomingMessage,
): void {
  load.record({
    at: world.now - world.startedAt,
    edge: edge.name,
    distributionId: served.distributionId,
    originDomainName: DomainName,
    path: url.split('?', 1)[0] ?? '/',
    status: statusCode,
  });
}

/** CloudFront replaces the User-Agent unless the viewer's is forwarded, and adds the origin's custom headers last. */
function headersFor(
  origin: Origin,
  { passedOn, host, caching, served }: Forwarding,
  viewer: Headers,
): Headers {
  const headers: Headers = {
    'user-agent': 'Amazon CloudFront',
    ...passed(passedOn, viewer),
    ...(caching && countedHeaders(caching, viewer)),
  };
  const isHostPassed = passedOn.header('host') || caching?.headers.includes('host');
  headers.host = isHostPassed ? host : origin.DomainName;
  headers.via = '1.1 cloudfront.net (CloudFront)';
  headers[askedBy] = served.distributionId;
  for (const { HeaderName, HeaderValue } of origin.CustomHeaders?.Items ?? []) {
    headers[(HeaderName ?? '').toLowerCase()] = HeaderValue;
  }
  return headers;
}

/** Headers without which a body cannot be read go along in any case. */
const withBody = ['content-type', 'content-length'];

const passed = ({ header, cookies }: PassedOn, viewer: Headers): Headers =>
  Object.fromEntries(
    Object.entries(endToEnd(viewer)).filter(
      ([name]) => withBody.includes(name) || (name === 'cookie' ? cookies : header(name)),
    ),
  );
