import {
  type FunctionRequest,
  type FunctionValues,
  type Invocation,
  viewerRequest,
} from '@cutover/edge-functions';
import type { Headers } from '../headers';
import type { Forwarding } from '../plan';
import type { EdgeSite } from '../site';
import { plainHeaders, type ViewerMessage } from '../viewer';

/** A request as a function is to see it. */
export interface Asked {
  readonly method: string;
  /** Path and query as the viewer sent them. */
  readonly url: string;
  readonly headers: Headers;
  readonly ip: string | undefined;
  readonly scheme: 'http' | 'https';
}

export const askedBy = (message: ViewerMessage): Asked => ({
  method: message.method ?? 'GET',
  url: message.url ?? '/',
  headers: plainHeaders(message),
  ip: message.socket?.remoteAddress,
  scheme: message.socket !== undefined && 'encrypted' in message.socket ? 'https' : 'http',
});

/**
 * The event of a viewer's request ("CloudFront Functions event structure"). CloudFront's own headers are in it only
 * where the behaviour's policies name them; as nobody here is anywhere, a viewer says by the header itself where it is.
 */
export function eventOf(
  { world, nextRequestId }: EdgeSite,
  { served, host, passedOn, caching }: Forwarding,
  { method, url, headers, ip, scheme }: Asked,
): Invocation {
  const isNamed = (name: string): boolean =>
    !name.startsWith('cloudfront-') || passedOn.header(name) || caching?.headers.includes(name) === true;
  const all = { ...headers, 'cloudfront-forwarded-proto': scheme };
  const seen = Object.entries(all).flatMap(([name, value]) =>
    value === undefined || !isNamed(name) ? [] : [[name, value] as const],
  );
  return viewerRequest({
    method,
    host: String(headers.host ?? host),
    uri: url,
    headers: Object.fromEntries(seen),
    ip: ip?.replace(/^::ffff:/, ''),
    now: world.now,
    context: {
      distributionDomainName: served.domainName,
      distributionId: served.distributionId,
      requestId: nextRequestId(),
    },
  });
}

/** The request that goes on after a function has had it. */
export interface Rewritten {
  readonly url: string;
  readonly headers: Headers;
}

/** What of it a function has left as it was stays in the viewer's own spelling. */
export function rewritten(
  { event: { request: before }, rawQueryString }: Invocation,
  after: FunctionRequest,
): Rewritten {
  const isSameQuery = JSON.stringify(after.querystring) === JSON.stringify(before.querystring);
  const query = isSameQuery ? rawQueryString : queryOf(after.querystring);
  const cookie = pairsOf(after.cookies ?? {}).join('; ');
  return {
    url: query === undefined || query === '' ? after.uri : `${after.uri}?${query}`,
    headers: { ...plain(after.headers ?? {}), ...(cookie && { cookie }) },
  };
}

const queryOf = (querystring: FunctionValues | string | undefined): string =>
  typeof querystring === 'string' ? querystring : pairsOf(querystring ?? {}).join('&');

const pairsOf = (values: FunctionValues): string[] =>
  Object.entries(values).flatMap(([name, { value, multiValue }]) =>
    (multiValue ?? [{ value }]).map((each) => `${name}=${each.value}`),
  );

const plain = (values: FunctionValues): Headers =>
  Object.fromEntries(
    Object.entries(values).map(([name, { value, multiValue }]) => [
      name.toLowerCase(),
      multiValue ? multiValue.map((each) => each.value).join(', ') : value,
    ]),
  );
