import { lifetimeSeconds, type Ttl } from '../../../src/edge/cache/freshness';

const now = Date.UTC(2026, 0, 1);
const in100Seconds = new Date(now + 100_000).toUTCString();
const usual: Ttl = { min: 0, standard: 60, max: 600 };
const atLeast10: Ttl = { min: 10, standard: 5, max: 600 };
const off: Ttl = { min: 0, standard: 0, max: 0 };

const lifetime = (ttl: Ttl, status: number, headers: Record<string, string> = {}, errorTtl = 10): number =>
  lifetimeSeconds({ status, headers }, ttl, errorTtl, now);

const cacheControl = (value: string) => ({ 'cache-control': value });

describe('an answer is kept for so many seconds', () => {
  test.each<[sentence: string, ttl: Ttl, headers: Record<string, string>, seconds: number]>([
    ['the default TTL, when the origin says nothing', usual, {}, 60],
    ['the minimum, when it is more than the default', atLeast10, {}, 10],
    ['max-age', usual, cacheControl('public, max-age=30'), 30],
    ['s-maxage before max-age', usual, cacheControl('max-age=30, s-maxage=40'), 40],
    ['no longer than the maximum', usual, cacheControl('max-age=9999'), 600],
    ['no shorter than the minimum', atLeast10, cacheControl('max-age=1'), 10],
    ['until Expires', usual, { expires: in100Seconds }, 100],
    ['max-age before Expires', usual, { ...cacheControl('max-age=30'), expires: in100Seconds }, 30],
    ['not at all, when Expires is past or unreadable', usual, { expires: '0' }, 0],
    ['not at all with no-store', usual, cacheControl('no-store'), 0],
    ['not at all with private', usual, cacheControl('private, max-age=30'), 0],
    ['not at all with no-cache', usual, cacheControl('no-cache'), 0],
    ['the minimum even with no-store, when it is above 0', atLeast10, cacheControl('no-store'), 10],
    ['not at all with CachingDisabled', off, cacheControl('max-age=30'), 0],
  ])('%s', (_, ttl, headers, seconds) => {
    expect(lifetime(ttl, 200, headers)).toBe(seconds);
  });
});

describe('an error is kept for so many seconds', () => {
  test.each<[sentence: string, ttl: Ttl, status: number, headers: Record<string, string>, seconds: number]>([
    ['the error caching minimum', usual, 500, {}, 10],
    ['the error caching minimum, with CachingDisabled too', off, 503, {}, 10],
    ['max-age, when it is more', usual, 404, cacheControl('max-age=30'), 30],
    ['the error caching minimum, when max-age is less', usual, 404, cacheControl('max-age=3'), 10],
    ['the error caching minimum, whatever else Cache-Control says', usual, 404, cacheControl('no-store'), 10],
    ['a 403 not at all without max-age', usual, 403, {}, 0],
    ['a 403 as max-age says', usual, 403, cacheControl('max-age=30'), 30],
    ['a 401 not at all', usual, 401, cacheControl('max-age=30'), 0],
  ])('%s', (_, ttl, status, headers, seconds) => {
    expect(lifetime(ttl, status, headers)).toBe(seconds);
  });
});
