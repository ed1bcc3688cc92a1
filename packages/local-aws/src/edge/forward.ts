import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import type { Origin } from '@aws-sdk/client-cloudfront';
import { endToEnd, type Headers } from './headers';
import type { ForwardedHeaders } from './origin-choice';
import type { Origins } from './origins';
import type { Forwarding } from './plan';
import type { ViewerMessage } from './viewer';

/** What an edge asks an origin for. */
export interface OriginRequest {
  readonly method: string;
  readonly headers: Headers;
  /** The viewer's request, read for its body; left out where there is none to send. */
  readonly body?: ViewerMessage;
}

/** No origin gave an answer that could be passed on. */
export class OriginFailure extends Error {
  constructor(readonly reason: 'unknown' | 'unreachable') {
    super(`origin ${reason}`);
  }
}

/** Asks the origins of a forwarding in turn; the first answer that is no reason to fail over is it. */
export async function askOrigins(
  origins: Origins,
  agent: Agent,
  forwarding: Forwarding,
  request: OriginRequest,
): Promise<IncomingMessage> {
  const { origins: candidates, failoverOn } = forwarding.choice;
  let failure: OriginFailure | undefined;
  for (const [i, origin] of candidates.entries()) {
    try {
      const answer = await askOrigin(origins, agent, origin, forwarding, request);
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
  origins: Origins,
  agent: Agent,
  origin: Origin,
  forwarding: Forwarding,
  { method, headers, body }: OriginRequest,
): Promise<IncomingMessage> {
  const port = origins.portOf(origin.DomainName ?? '');
  if (port === undefined) return Promise.reject(new OriginFailure('unknown'));
  return new Promise((resolve, reject) => {
    const upstream = httpRequest(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path: (origin.OriginPath ?? '') + forwarding.url,
        headers: headersFor(origin, forwarding, headers),
      },
      resolve,
    );
    upstream.on('error', () => reject(new OriginFailure('unreachable')));
    if (body) body.pipe(upstream);
    else upstream.end();
  });
}

/** CloudFront replaces the User-Agent unless the viewer's is forwarded, and adds the origin's custom headers last. */
function headersFor(origin: Origin, { forwarded, host }: Forwarding, viewer: Headers): Headers {
  const headers: Headers = { 'user-agent': 'Amazon CloudFront', ...passed(forwarded, viewer) };
  headers.host = forwarded === 'all' || forwarded === 'host' ? host : origin.DomainName;
  headers.via = '1.1 cloudfront.net (CloudFront)';
  for (const { HeaderName, HeaderValue } of origin.CustomHeaders?.Items ?? []) {
    headers[(HeaderName ?? '').toLowerCase()] = HeaderValue;
  }
  return headers;
}

/** Headers without which a body cannot be read go along in any case. */
function passed(forwarded: ForwardedHeaders, viewer: Headers): Headers {
  if (forwarded === 'all' || forwarded === 'all-but-host') return endToEnd(viewer);
  const { 'content-type': type, 'content-length': length } = viewer;
  return { ...(type && { 'content-type': type }), ...(length && { 'content-length': length }) };
}
