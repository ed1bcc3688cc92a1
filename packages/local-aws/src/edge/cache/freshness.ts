import type { Instant } from '@cutover/ground';
import type { Headers } from '../headers';

/** Seconds; `standard` is what AWS calls the default TTL. */
export interface Ttl {
  readonly min: number;
  readonly standard: number;
  readonly max: number;
}

export interface OriginVerdict {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * For how many seconds an answer may be given again; 0 for not at all. After the table of the Developer Guide, "Manage
 * how long content stays in the cache".
 * @param errorTtl the error caching minimum TTL for this status
 */
export function lifetimeSeconds(answer: OriginVerdict, ttl: Ttl, errorTtl: number, now: Instant): number {
  const control = directivesOf(answer.headers);
  if (answer.status >= 400) return errorLifetime(answer, control, ttl, errorTtl, now);
  if (['no-store', 'no-cache', 'private'].some((each) => control.has(each))) return ttl.min;
  const asked = askedSeconds(answer.headers, control, now);
  return asked === undefined ? Math.max(ttl.min, ttl.standard) : between(ttl.min, asked, ttl.max);
}

/** Kept whatever the origin says, and, of the second list, if it names an age ("HTTP status codes from your origin"). */
const alwaysKept = [404, 405, 414, 500, 501, 502, 503, 504];
const keptWithAge = [400, 403, 412, 415];

/** TTLs of 0 do not keep an error from being cached: only the longer of its own minimum and its age counts. */
function errorLifetime(
  { status, headers }: OriginVerdict,
  control: Directives,
  ttl: Ttl,
  errorTtl: number,
  now: Instant,
): number {
  const asked = askedSeconds(headers, control, now);
  if (!alwaysKept.includes(status) && !(keptWithAge.includes(status) && asked !== undefined)) return 0;
  return Math.max(errorTtl, Math.min(asked ?? 0, ttl.max));
}

type Directives = ReadonlyMap<string, string | undefined>;

function directivesOf(headers: Headers): Directives {
  const parts = String(headers['cache-control'] ?? '').split(',');
  return new Map(
    parts.map((part) => {
      const [name = '', value] = part.trim().toLowerCase().split('=', 2);
      return [name, value];
    }),
  );
}

/** What the origin asks for: s-maxage before max-age before Expires; undefined if it asks for nothing. */
function askedSeconds(headers: Headers, control: Directives, now: Instant): number | undefined {
  const age = Number(control.get('s-maxage') ?? control.get('max-age') ?? Number.NaN);
  if (!Number.isNaN(age)) return age;
  if (headers.expires === undefined) return undefined;
  const expires = Date.parse(String(headers.expires));
  return Number.isNaN(expires) ? 0 : Math.max(0, (expires - now) / 1000);
}

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most));
