import { lifetimeSeconds } from './cache/freshness';
import type { CacheSettings } from './cache/settings';
import type { StoredObject } from './cache/store';
import { OriginFailure } from './forward';
import { endToEnd, type Headers } from './headers';
import type { OriginReply } from './origins';
import { errorTtlSeconds, type Forwarding } from './plan';
import type { EdgeSite } from './site';

/** Undefined where no origin could be reached, but there is an older answer to give. */
export function orStale<T>(stored: StoredObject | undefined, ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof OriginFailure) || !stored) throw error;
    return undefined;
  }
}

/** Under which the origin may say that an older answer still holds. */
export const conditionsOf = ({ headers }: StoredObject): Headers => ({
  ...(headers.etag && { 'if-none-match': headers.etag }),
  ...(headers['last-modified'] && { 'if-modified-since': headers['last-modified'] }),
});

/**
 * The older object for another while: because the origin says that it still holds, or because it has nothing better to
 * say than a 5xx or nothing at all (Developer Guide, "How CloudFront processes HTTP 4xx and 5xx status codes").
 */
export function renewedBy(
  { world }: EdgeSite,
  { served }: Forwarding,
  { ttl }: CacheSettings,
  stored: StoredObject,
  answer: OriginReply | undefined,
): StoredObject | undefined {
  const status = answer?.status ?? 502;
  const errorTtl = errorTtlSeconds(served.config, status);
  const forSeconds = (seconds: number, headers = stored.headers): StoredObject => ({
    ...stored,
    headers,
    storedAt: world.now,
    freshUntil: world.now + seconds * 1000,
  });
  if (status >= 500) return stored.status < 400 ? forSeconds(errorTtl) : undefined;
  if (status !== 304) return undefined;
  const headers = { ...stored.headers, ...endToEnd(answer?.headers ?? {}) };
  return forSeconds(lifetimeSeconds({ status: stored.status, headers }, ttl, errorTtl, world.now), headers);
}
