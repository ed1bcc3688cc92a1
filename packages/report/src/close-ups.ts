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

/** A run of requests in a row with the same answer, until the next request. */
export interface AnswerRun {
  readonly from: number;
  readonly to: number;
  readonly side: string | undefined;
  readonly error: string | undefined;
  readonly requests: number;
}

/** The requests of one lane between two times, equal answers together. */
export function answerRuns(requests: readonly RequestLine[], { from, to }: CloseUp): AnswerRun[] {
  const runs: AnswerRun[] = [];
  // The answer before the first one within is still what users got when the moment begins.
  const first = Math.max(
    0,
    requests.findLastIndex(({ t }) => t < from),
  );
  for (const { t, side, error, failed } of requests.slice(first)) {
    if (t > to) break;
    const why = failed ? (error ?? 'failed') : undefined;
    const last = runs.at(-1);
    if (last) runs[runs.length - 1] = { ...last, to: t };
    if (last && last.side === side && last.error === why)
      runs[runs.length - 1] = { ...last, to: t, requests: last.requests + 1 };
    else runs.push({ from: Math.max(from, t), to, side, error: why, requests: 1 });
  }
  const last = runs.at(-1);
  return last ? [...runs.slice(0, -1), { ...last, to }] : [];
}
