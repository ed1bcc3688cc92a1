import type { Answer, Request } from '../model/exchange';
import type { DeclaredTest } from '../model/rule-set';
import { firstRequest, requestTo } from './request-of';

/**
 * How a test ends, in refractr's words. MATCHED: a hop has the location that is expected, with the status and headers
 * that are. STATUS: it has another status. LOOP: the redirects come back to where they were, whatever matched on the
 * way, which refractr does not see. MISMATCH: no hop is as expected.
 */
export type Verdict = 'MATCHED' | 'STATUS' | 'LOOP' | 'MISMATCH';

export interface Hop {
  readonly request: Request;
  readonly answer: Answer;
}

export interface TestResult {
  readonly test: DeclaredTest;
  readonly verdict: Verdict;
  readonly hops: readonly Hop[];
  /** For a person; empty where it matched. */
  readonly says: string;
}

/** A test under way: what has been asked, and what to ask next. */
export interface Run {
  readonly test: DeclaredTest;
  readonly hops: readonly Hop[];
  /** Absent: nothing more is to be asked. */
  readonly next?: Request;
}

/** Browsers give up after 20 redirects (Fetch, "HTTP-redirect fetch"). */
const maxHops = 20;

export function startRun(test: DeclaredTest, now: number): Run {
  const next = firstRequest(test, now);
  return { test, hops: [], ...(next === undefined ? {} : { next }) };
}

/**
 * After an answer: the redirect is followed where it leads to a host of the set (`isOurs`), as far as 20 hops or back
 * to where it was.
 */
export function continueRun(run: Run, answer: Answer, isOurs: (host: string) => boolean): Run {
  const { test, next: request } = run;
  if (request === undefined) return run;
  const hops = [...run.hops, { request, answer }];
  const next =
    answer.location === undefined ? undefined : requestTo(answer.location, test.headers, request.now);
  const goesOn = next !== undefined && isOurs(next.host) && hops.length < maxHops && !isBack(hops, next);
  return { test, hops, ...(goesOn ? { next } : {}) };
}

const isBack = (hops: readonly Hop[], { host, uri }: Request): boolean =>
  hops.some(({ request }) => request.host === host && request.uri === uri);

/** What has come of a run in which nothing more is to be asked. */
export function resultOf({ test, hops }: Run): TestResult {
  const last = hops.at(-1);
  if (last === undefined) return { test, verdict: 'MISMATCH', hops, says: `${test.url} is no http URL` };
  const target = last.answer.location === undefined ? undefined : requestTo(last.answer.location, {}, 0);
  if (target !== undefined && (hops.length >= maxHops || isBack(hops, target)))
    return { test, verdict: 'LOOP', hops, says: `${pathOf(hops)} comes back to where it was` };
  const { location, status } = test.expect;
  const found = location === undefined ? hops[0] : hops.find(({ answer }) => answer.location === location);
  if (found === undefined)
    return { test, verdict: 'MISMATCH', hops, says: `expected ${location}, got ${pathOf(hops)}` };
  if (status !== undefined && found.answer.status !== status)
    return { test, verdict: 'STATUS', hops, says: `expected status ${status}, got ${found.answer.status}` };
  const header = Object.entries(test.expect.headers).find(
    ([name, value]) => found.answer.headers[name] !== value,
  );
  if (header === undefined) return { test, verdict: 'MATCHED', hops, says: '' };
  const [name, value] = header;
  const got = found.answer.headers[name] ?? 'none';
  return { test, verdict: 'MISMATCH', hops, says: `expected ${name}: ${value}, got ${got}` };
}

/** `301 https://a.org/ -> 200`. */
const pathOf = (hops: readonly Hop[]): string =>
  hops.map(({ answer }) => [answer.status, answer.location].filter(Boolean).join(' ')).join(' -> ');
