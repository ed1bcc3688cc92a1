import type { Origin } from '@aws-sdk/client-cloudfront';
import { countedHeaders } from './cache/key';
import { endToEnd, type Headers } from './headers';
import { type OriginReply, originReply } from './origins';
import type { PassedOn } from './passed-on';
import type { Forwarding } from './plan';
import type { EdgeSite } from './site';

/** What an edge asks an origin for. Origins read no bodies here. */
export interface OriginAsk {
  readonly headers: Headers;
  /** Under which the origin may answer 304: the edge has an older answer. */
  readonly conditions?: Headers;
}

/** No origin gave an answer that could be passed on: nobody has their names. */
export class OriginFailure extends Error {}

/** Asks the origins of a forwarding in turn; the first answer that is no reason to fail over is it. */
export function askOrigins(site: EdgeSite, forwarding: Forwarding, ask: OriginAsk): OriginReply {
  const { origins: candidates, failoverOn } = forwarding.choice;
  let last: OriginReply | undefined;
  for (const origin of candidates) {
    last = askOrigin(site, origin, forwarding, ask);
    if (last && !failoverOn.includes(last.status)) break;
  }
  if (!last) throw new OriginFailure();
  return last;
}

function askOrigin(
  { origins, world, edge, load }: EdgeSite,
  origin: Origin,
  forwarding: Forwarding,
  { headers, conditions }: OriginAsk,
): OriginReply | undefined {
  const { DomainName = '', OriginPath = '' } = origin;
  const definition = origins.get(DomainName.toLowerCase());
  if (!definition) return undefined;
  const { distributionId } = forwarding.served;
  const url = OriginPath + forwarding.url;
  const reply = originReply(definition, {
    url,
    headers: { ...headersFor(origin, forwarding, headers), ...conditions },
    distributionId,
  });
  load.record({
    at: world.now - world.startedAt,
    edge: edge.name,
    distributionId,
    originDomainName: DomainName,
    path: url.split('?', 1)[0] ?? '/',
    status: reply.status,
  });
  return reply;
}

/** CloudFront replaces the User-Agent unless the viewer's is forwarded, and adds the origin's custom headers last. */
function headersFor(origin: Origin, { passedOn, host, caching }: Forwarding, viewer: Headers): Headers {
  const headers: Headers = {
    'user-agent': 'Amazon CloudFront',
    ...passed(passedOn, viewer),
    ...(caching && countedHeaders(caching, viewer)),
  };
  const isHostPassed = passedOn.header('host') || caching?.headers.includes('host');
  headers.host = isHostPassed ? host : origin.DomainName;
  headers.via = '1.1 cloudfront.net (CloudFront)';
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
