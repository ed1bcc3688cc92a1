import type { RequestLine } from './record';

/** Who answered a name from one second to another, as shares of its requests. */
export interface Stretch {
  /** Seconds; `to` is the first one that is not in it. */
  readonly from: number;
  readonly to: number;
  /** Share of each side and of failures, in the order of `sides`; they add up to 1. */
  readonly shares: readonly number[];
  readonly failedShare: number;
  readonly requests: number;
  readonly failed: number;
}

interface Second {
  requests: number;
  failed: number;
  readonly bySide: Map<string, number>;
}

/**
 * The requests of one name, second by second, and equal seconds as one stretch. A second without a request goes on as
 * the one before: where nothing changes, the traffic is sparse.
 */
export function stretchesOf(
  requests: readonly RequestLine[],
  sides: readonly string[],
  durationSeconds: number,
): Stretch[] {
  const seconds = new Map<number, Second>();
  for (const request of requests) count(seconds, request);
  const stretches: Stretch[] = [];
  const end = Math.max(Math.ceil(durationSeconds), ...[...seconds.keys()].map((second) => second + 1));
  for (let at = 0; at < end; at++) {
    const second = seconds.get(at);
    const last = stretches.at(-1);
    const next = second && stretchOf(at, second, sides);
    if (last && (!next || isSame(last, next))) stretches[stretches.length - 1] = longer(last, at + 1, next);
    else if (next) stretches.push(next);
  }
  return stretches;
}

function count(seconds: Map<number, Second>, { t, failed, side }: RequestLine): void {
  const at = Math.floor(t);
  const second = seconds.get(at) ?? { requests: 0, failed: 0, bySide: new Map<string, number>() };
  seconds.set(at, second);
  second.requests += 1;
  if (failed) second.failed += 1;
  else second.bySide.set(side ?? '', (second.bySide.get(side ?? '') ?? 0) + 1);
}

function stretchOf(at: number, { requests, failed, bySide }: Second, sides: readonly string[]): Stretch {
  const shares = sides.map((side) => (bySide.get(side) ?? 0) / requests);
  return { from: at, to: at + 1, shares, failedShare: failed / requests, requests, failed };
}

const isSame = (one: Stretch, other: Stretch): boolean =>
  one.failedShare === other.failedShare && one.shares.every((share, i) => share === other.shares[i]);

const longer = (stretch: Stretch, to: number, more: Stretch | undefined): Stretch => ({
  ...stretch,
  to,
  requests: stretch.requests + (more?.requests ?? 0),
  failed: stretch.failed + (more?.failed ?? 0),
});
