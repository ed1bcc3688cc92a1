import { groupBy } from '@cutover/ground';
import type { OriginRequest } from './record';

/** What one origin had to answer, over time. */
export interface OriginLoad {
  readonly origin: string;
  /** Through which distributions the requests came. */
  readonly distributions: readonly string[];
  readonly requests: number;
  /** Answers of 500 and above. */
  readonly sick: number;
  /** Requests per second, interval by interval. */
  readonly perSecond: readonly number[];
  /** The part of them that was answered with 500 and above. */
  readonly sickPerSecond: readonly number[];
  readonly peak: number;
}

const mostIntervals = 160;

/** Intervals as long as it takes for a run to have no more than are told apart on a screen. */
export const intervalSeconds = (durationSeconds: number): number =>
  Math.max(1, Math.ceil(durationSeconds / mostIntervals));

export function loadsOf(requests: readonly OriginRequest[], durationSeconds: number): OriginLoad[] {
  const seconds = intervalSeconds(durationSeconds);
  const intervals = Math.max(1, Math.ceil(durationSeconds / seconds));
  const rates = (some: readonly OriginRequest[]): number[] => {
    const counts = new Array<number>(intervals).fill(0);
    for (const { t } of some) {
      const at = Math.min(intervals - 1, Math.max(0, Math.floor(t / seconds)));
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return counts.map((count) => count / seconds);
  };
  return [...groupBy(requests, ({ origin }) => origin)].map(([origin, ofOne]) => {
    const sick = ofOne.filter(({ status }) => status >= 500);
    const perSecond = rates(ofOne);
    return {
      origin,
      distributions: [...new Set(ofOne.map(({ distribution }) => distribution))].sort(),
      requests: ofOne.length,
      sick: sick.length,
      perSecond,
      sickPerSecond: rates(sick),
      peak: Math.max(...perSecond),
    };
  });
}
