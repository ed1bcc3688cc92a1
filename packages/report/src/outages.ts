import { groupBy } from '@cutover/ground';
import { type Lane, lanesOf } from './lanes';
import type { RequestLine } from './record';

/** A stretch in which users of one name got wrong answers at one edge or more. */
export interface Outage {
  readonly name: string;
  /** The first failed request, and the first right answer after the last failed one. */
  readonly from: number;
  readonly to: number;
  /** It was not over when the run ended: how long it would have lasted, nothing tells. */
  readonly isOpen: boolean;
  readonly failed: number;
  /** Requests of the name in that stretch, at all edges. */
  readonly requests: number;
  readonly addresses: readonly string[];
  readonly reasons: readonly string[];
}

/** Stretches of one name this close are one: users would not call them two. */
const together = 1;

/** When users of which name got wrong answers, in order of time. */
export function outagesOf(requests: readonly RequestLine[]): Outage[] {
  const endsAt = requests.at(-1)?.t ?? 0;
  const byName = groupBy(lanesOf(requests), ({ name }) => name);
  return [...byName]
    .flatMap(([name, lanes]) => {
      const gaps = lanes.flatMap((lane) => gapsOf(lane, endsAt)).sort((one, other) => one.from - other.from);
      const ofName = requests.filter((request) => request.name === name);
      return merged(gaps).map((gap) => outageOf(name, gap, ofName));
    })
    .sort((one, other) => one.from - other.from);
}

export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
}

function gapsOf({ requests }: Lane, endsAt: number): Gap[] {
  const gaps: Gap[] = [];
  let since: number | undefined;
  for (const { t, failed } of requests) {
    if (failed) since ??= t;
    else if (since !== undefined) {
      gaps.push({ from: since, to: t, isOpen: false });
      since = undefined;
    }
  }
  return since === undefined ? gaps : [...gaps, { from: since, to: endsAt, isOpen: true }];
}

function merged(gaps: readonly Gap[]): Gap[] {
  const result: Gap[] = [];
  for (const gap of gaps) {
    const last = result.at(-1);
    if (last && gap.from <= last.to + together)
      result[result.length - 1] = {
        from: last.from,
        to: Math.max(last.to, gap.to),
        isOpen: last.isOpen || gap.isOpen,
      };
    else result.push(gap);
  }
  return result;
}

function outageOf(name: string, gap: Gap, ofName: readonly RequestLine[]): Outage {
  const within = ofName.filter(({ t }) => t >= gap.from && (gap.isOpen || t < gap.to));
  const failed = within.filter((request) => request.failed);
  return {
    name,
    ...gap,
    failed: failed.length,
    requests: within.length,
    addresses: [...new Set(failed.map(({ address }) => address))].filter(Boolean).sort(),
    reasons: [...new Set(failed.map(({ error }) => error ?? 'failed'))],
  };
}

/** When somebody, of whatever name, got wrong answers: the stretches of all names laid over each other. */
export const outageWindows = (outages: readonly Outage[]): Gap[] =>
  merged(outages.map(({ from, to, isOpen }) => ({ from, to, isOpen })));
