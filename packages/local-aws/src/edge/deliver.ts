import { lifetimeSeconds } from './cache/freshness';
import { cacheKeyOf, countedUrl } from './cache/key';
import type { CacheSettings } from './cache/settings';
import type { StoredObject } from './cache/store';
import { orCustomError } from './custom-error';
import { askOrigins, OriginFailure } from './forward';
import { endToEnd, type Headers } from './headers';
import type { OriginReply } from './origins';
import { errorTtlSeconds, type Forwarding } from './plan';
import type { EdgeSite } from './site';
import { conditionsOf, orStale, renewedBy } from './stale';
import { plainHeaders, type ViewerMessage } from './viewer';

/** What a viewer is given, before response headers policies. */
export interface Delivery {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly from: 'Hit' | 'RefreshHit' | 'Miss';
  readonly ageSeconds?: number;
  /** Whether the origin answered 400 or higher, whatever page stands for that. */
  readonly isError: boolean;
}

/** Where an answer is, or will be, in the cache of the edge. */
interface Place {
  readonly settings: CacheSettings;
  readonly key: string;
  readonly stored: StoredObject | undefined;
}

/** From the cache if it may, else from an origin. @throws OriginFailure */
export function deliver(site: EdgeSite, forwarding: Forwarding, request: ViewerMessage): Delivery {
  const place = placeOf(site, forwarding, request);
  const stored = place?.stored;
  if (stored && site.world.now < stored.freshUntil) {
    return given(stored, 'Hit', Math.floor((site.world.now - stored.storedAt) / 1000));
  }
  const answer = orStale(stored, () =>
    askOrigins(site, forwarding, {
      headers: headersOf(forwarding, request),
      ...(stored && { conditions: conditionsOf(stored) }),
    }),
  );
  if (place && stored) {
    const renewed = renewedBy(site, forwarding, place.settings, stored, answer);
    if (renewed) {
      keep(site, forwarding, place, renewed);
      return given(renewed, 'RefreshHit');
    }
  }
  if (!answer) throw new OriginFailure();
  return fresh(site, forwarding, place, answer, request.method ?? 'GET');
}

function placeOf(site: EdgeSite, forwarding: Forwarding, request: ViewerMessage): Place | undefined {
  const { caching: settings, served, url } = forwarding;
  const { method = 'GET' } = request;
  if (!settings?.methods.includes(method)) return undefined;
  const key = cacheKeyOf(settings, { method, url, headers: headersOf(forwarding, request) });
  const stored = site.cache.find(served.distributionId, key, site.world.now, site.edge.invalidated);
  return { settings, key, stored };
}

/** As the viewer sent them, or as a function has left them. */
const headersOf = ({ headers }: Forwarding, request: ViewerMessage): Headers =>
  headers ?? plainHeaders(request);

/** What the origin said just now, kept if it may be. */
function fresh(
  site: EdgeSite,
  forwarding: Forwarding,
  place: Place | undefined,
  answer: OriginReply,
  method: string,
): Delivery {
  const { status, headers: said, body } = orCustomError(site, forwarding, answer);
  const headers = withoutCookies(forwarding, endToEnd(said));
  const { now } = site.world;
  const errorTtl = errorTtlSeconds(forwarding.served.config, answer.status);
  const seconds = place ? lifetimeSeconds(answer, place.settings.ttl, errorTtl, now) : 0;
  // A HEAD brings no body that a later GET could be given.
  const isError = answer.status >= 400;
  if (!place || seconds === 0 || method === 'HEAD') return { status, headers, body, from: 'Miss', isError };
  const object: StoredObject = {
    url: countedUrl(place.settings, forwarding.url),
    status,
    headers,
    body,
    storedAt: now,
    freshUntil: now + seconds * 1000,
    ...(isError && { isError }),
  };
  keep(site, forwarding, place, object);
  return given(object, 'Miss');
}

const keep = (
  { cache }: EdgeSite,
  { served, host }: Forwarding,
  { key }: Place,
  object: StoredObject,
): void => cache.keep(served.distributionId, key, object, host);

const given = (
  { status, headers, body, isError = false }: StoredObject,
  from: Delivery['from'],
  ageSeconds?: number,
) => ({
  status,
  headers: { ...headers },
  body,
  from,
  isError,
  ...(ageSeconds !== undefined && { ageSeconds }),
});

/** Where no cookie reaches the origin, none comes back (Developer Guide, "Cache content based on cookies"). */
function withoutCookies({ caching, passedOn }: Forwarding, headers: Headers): Headers {
  const areForwarded = passedOn.cookies || caching?.cookies.kind !== 'none';
  if (!areForwarded) delete headers['set-cookie'];
  return headers;
}
