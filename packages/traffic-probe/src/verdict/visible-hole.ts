import type { RequestRecord } from '../request-record';
import type { Lane } from './lanes';

/** How far before and after a seen change of answers still counts as near it, in virtual milliseconds. */
export const nearChangeRadiusMs = 2000;

export interface VisibleHole {
  /** Anywhere between the first and the last request. */
  readonly overallMs: number;
  /** Near a change of answers; undefined when the answers never changed. */
  readonly nearChangeMs: number | undefined;
}

/**
 * The shortest hole that the run would have seen.
 *
 * A hole is a stretch [t, t+L) of virtual time in which every request of one name at one address would fail,
 * over new and kept-alive connections alike. It goes unseen exactly when it fits between two successive
 * requests of that name at that address without holding either. So every hole as long as the largest distance
 * between two successive requests holds one of them and is seen, wherever it lies between the first and the
 * last request; one a millisecond shorter can escape, by starting just after a request. The number is that
 * distance: an upper bound that cannot be lowered.
 *
 * A change is told from the log alone: the answers of a name at an address come from another side, begin to
 * fail or cease to. Near it means within `nearChangeRadiusMs` of the two requests between which it happened.
 */
export function shortestVisibleHole(lanes: readonly Lane[]): VisibleHole {
  const distances = lanes.flatMap(distancesOf);
  const near = distances.filter((distance) => distance.nearChange);
  return {
    overallMs: Math.max(0, ...distances.map(({ ms }) => ms)),
    nearChangeMs: near.length > 0 ? Math.max(...near.map(({ ms }) => ms)) : undefined,
  };
}

interface Distance {
  readonly ms: number;
  readonly nearChange: boolean;
}

function distancesOf({ requests }: Lane): Distance[] {
  const pairs = requests.slice(1).map((to, index) => ({ from: requests[index] as RequestRecord, to }));
  const changes = pairs.filter(({ from, to }) => answerOf(from) !== answerOf(to));
  const isNear = (from: number, to: number): boolean =>
    changes.some(
      (change) => from < change.to.t + nearChangeRadiusMs && to > change.from.t - nearChangeRadiusMs,
    );
  return pairs.map(({ from, to }) => ({ ms: to.t - from.t, nearChange: isNear(from.t, to.t) }));
}

const answerOf = ({ side, failed }: RequestRecord): string => `${side ?? 'nobody'} ${failed}`;
