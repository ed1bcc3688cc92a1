import type { RequestRecord } from '../request-record';
import { type FailureGroup, failuresOf } from './failures';
import { finalSideOf } from './final-side';
import { lanesOf } from './lanes';
import { longestGapMs } from './longest-gap';
import { type SideSwitch, switchesOf } from './switches';
import { shortestVisibleHole } from './visible-hole';

/** What the log of requests says, and nothing else: whoever planned the change is not asked. */
export interface Verdict {
  readonly requests: number;
  readonly failed: number;
  /** Requests that were answered 421 on a kept connection and well on a fresh one at once; they did not fail. */
  readonly retried421: number;
  readonly longestGapMs: number;
  /** See `shortestVisibleHole`: anywhere in the run. */
  readonly shortestVisibleHoleMs: number;
  /** The same near changes of answers; undefined when there were none. */
  readonly shortestVisibleHoleNearChangeMs: number | undefined;
  readonly switches: readonly SideSwitch[];
  readonly finalSide: Readonly<Record<string, string>>;
  readonly failures: readonly FailureGroup[];
}

/** Judges a run. Times in it are those of the log: virtual milliseconds since the start. */
export function verdict(log: readonly RequestRecord[]): Verdict {
  const lanes = lanesOf(log);
  const hole = shortestVisibleHole(lanes);
  const failures = failuresOf(log);
  return {
    requests: log.length,
    failed: log.filter(({ failed }) => failed).length,
    retried421: log.filter(({ failed, retried421 }) => retried421 && !failed).length,
    longestGapMs: longestGapMs(lanes),
    shortestVisibleHoleMs: hole.overallMs,
    shortestVisibleHoleNearChangeMs: hole.nearChangeMs,
    switches: switchesOf(lanes),
    finalSide: finalSideOf(log),
    failures,
  };
}
