import type { Answer, Request } from '../model/exchange';
import { requestTo } from '../run/request-of';

export interface Hop {
  readonly request: Request;
  readonly answer: Answer;
}

export interface Trail {
  /** All within the set. */
  readonly hops: readonly Hop[];
  /**
   * `leaves`: the last hop goes to a host outside. `ends`: the last hop is no redirect. `loops`: it comes back to a
   * request that was made, or does not end.
   */
  readonly end: 'leaves' | 'ends' | 'loops';
}

/** Browsers give up after 20 redirects (Fetch, "HTTP-redirect fetch"). */
export const maxHops = 20;

/** A request and the redirects that follow, as long as they stay within the set. */
export function follow(answer: (request: Request) => Answer, first: Request): Trail {
  const hops: Hop[] = [];
  const seen = new Set<string>();
  for (let request = first; hops.length < maxHops; ) {
    const key = `${request.host}${request.uri}`;
    if (seen.has(key)) return { hops, end: 'loops' };
    seen.add(key);
    const given = answer(request);
    if (given.rule === 'no site') return { hops, end: 'leaves' };
    hops.push({ request, answer: given });
    if (given.location === undefined) return { hops, end: 'ends' };
    const next = requestTo(given.location, request.headers ?? {}, request.now);
    if (next === undefined) return { hops, end: 'leaves' };
    request = next;
  }
  return { hops, end: 'loops' };
}

/** `https://a.org/x -> https://b.org/x -> ...`, the end cut where it is long. */
export function trailText({ hops }: Trail, shown = 5): string {
  const urls = hops.map(({ request }) => `https://${request.host}${request.uri}`);
  const last = hops.at(-1)?.answer.location;
  const all = last === undefined ? urls : [...urls, last];
  return all.length > shown ? [...all.slice(0, shown), '...'].join(' -> ') : all.join(' -> ');
}
