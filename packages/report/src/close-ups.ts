import type { RequestLine, Switch } from './record';

/** A moment of the run that is worth a closer look. */
export interface CloseUp {
  readonly from: number;
  readonly to: number;
}

/** Changes this close to each other are one moment. */
const together = 45;
const margin = 5;
/** A run that flaps all the time is told by the timeline and the tables. */
const mostCloseUps = 6;

/** The moments around changes of side and failures, with a few seconds on both ends. */
export function closeUpsOf(
  requests: readonly RequestLine[],
  switches: readonly Switch[],
  durationSeconds: number,
): CloseUp[] {
  const failures = requests.filter(({ failed }) => failed);
  const times = [...switches, ...failures].map(({ t }) => t).sort((one, other) => one - other);
  const moments: { from: number; to: number }[] = [];
  for (const t of times) {
    const last = moments.at(-1);
    if (last && t - last.to <= together) last.to = t;
    else moments.push({ from: t, to: t });
  }
  return moments.slice(0, mostCloseUps).map(({ from, to }) => ({
    from: Math.max(0, Math.floor(from) - margin),
    to: Math.min(Math.ceil(durationSeconds), Math.ceil(to) + margin),
  }));
}

/** Requests in a row with the same answer, until the next one. */
export interface AnswerRun {
  readonly from: number;
  readonly to: number;
  readonly side: string | undefined;
  /** Why they failed; empty when they did not. */
  readonly errors: readonly string[];
  readonly requests: number;
}

/**
 * The requests of one lane between two times, equal answers together; failures are equal whatever their reasons, which
 * may take turns.
 */
export function answerRuns(requests: readonly RequestLine[], { from, to }: CloseUp): AnswerRun[] {
  const runs: AnswerRun[] = [];
  // The answer before the first one within is still what users got when the moment begins.
  const first = Math.max(
    0,
    requests.findLastIndex(({ t }) => t < from),
  );
  for (const { t, side, error = 'failed', failed } of requests.slice(first)) {
    if (t > to) break;
    const last = runs.pop();
    if (last && isSame(last, side, failed))
      runs.push({
        ...last,
        errors: failed ? [...new Set([...last.errors, error])] : [],
        requests: last.requests + 1,
      });
    else {
      if (last) runs.push({ ...last, to: t });
      runs.push({ from: Math.max(from, t), to, side, errors: failed ? [error] : [], requests: 1 });
    }
  }
  return runs;
}

const isSame = ({ side, errors }: AnswerRun, otherSide: string | undefined, failed: boolean): boolean =>
  failed ? errors.length > 0 : errors.length === 0 && side === otherSide;
