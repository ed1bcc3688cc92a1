import type { Headers } from '../headers';
import type { CacheSettings, NameChoice } from './settings';

export interface KeyedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Headers;
}

/**
 * Under which name an answer is kept, within its distribution: the path, and what the policy adds. The Host is not in
 * it unless the policy says so: all aliases of a distribution share its objects (Developer Guide, "Understand the
 * cache key"). OPTIONS has objects of its own, GET and HEAD share theirs.
 */
export function cacheKeyOf(settings: CacheSettings, { method, url, headers }: KeyedRequest): string {
  const accepted = String(headers['accept-encoding'] ?? '');
  return JSON.stringify([
    method === 'OPTIONS' ? method : 'GET',
    countedUrl(settings, url),
    settings.encodings.filter((encoding) => new RegExp(`\\b${encoding}\\b`).test(accepted)),
    settings.headers.map((name) => headers[name] ?? null),
    counted(settings.cookies, String(headers.cookie ?? '').split(/;\s*/)),
  ]);
}

/** What counts in the key goes to the origin too: headers by name, and the cookies that are chosen. */
export function countedHeaders(settings: CacheSettings, viewer: Headers): Headers {
  const named = settings.headers.flatMap((name) =>
    viewer[name] === undefined ? [] : [[name, viewer[name]]],
  );
  const cookies = counted(settings.cookies, String(viewer.cookie ?? '').split(/;\s*/));
  return { ...Object.fromEntries(named), ...(cookies.length > 0 && { cookie: cookies.join('; ') }) };
}

/** The URL as the cache tells objects apart, and as an invalidation has to name it. */
export function countedUrl({ queryStrings }: CacheSettings, url: string): string {
  const [path = '/', query] = url.split('?', 2);
  if (query === undefined || queryStrings.kind === 'none') return path;
  // All of them count in the order that the viewer sent; chosen ones are put in order.
  const parameters = queryStrings.kind === 'all' ? [query] : counted(queryStrings, query.split('&'));
  return parameters.length > 0 ? `${path}?${parameters.join('&')}` : path;
}

/** The `name=value` pairs that count, in order of their names. */
function counted(choice: NameChoice, pairs: readonly string[]): string[] {
  if (choice.kind === 'none') return [];
  const given = pairs.filter((pair) => pair !== '').toSorted();
  if (choice.kind === 'all') return given;
  const { names, kind } = choice;
  return given.filter((pair) => names.has(pair.split('=', 1)[0] ?? '') === (kind === 'only'));
}
