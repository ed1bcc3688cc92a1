import type { Phase } from '../journal';
import type { Road } from './way';

/** After these, whatever the road does may have been done. */
const BEYOND: readonly Phase[] = ['SETTLING', 'DONE', 'RETURNING'];

/** Whether a run in `phase` may have begun what `other` does. On the way back itself the world tells, not the phase. */
export function hasReached(road: Road, phase: Phase, other: Phase): boolean {
  if (BEYOND.includes(phase)) return true;
  const all = [...road.once, ...road.eachWave, ...road.last];
  return all.includes(phase) && all.indexOf(phase) >= all.indexOf(other);
}

/** A stop on the road: a phase, and the wave that it works on. */
export interface Stop {
  readonly phase: Phase;
  readonly wave: number;
}

/**
 * Where a run goes on when the phase has reached its goal; undefined: the road is at its end.
 * @param phase a phase of the road; any other is before its beginning
 */
export function next(
  { once, eachWave, last }: Road,
  { phase, wave }: Stop,
  waveCount: number,
): Stop | undefined {
  const isLastOfWave = phase === eachWave.at(-1);
  if (isLastOfWave && wave + 1 < waveCount) return stop(eachWave[0], wave + 1);
  const all = [...once, ...eachWave, ...last];
  return stop(all[all.indexOf(phase) + 1], wave);
}

const stop = (phase: Phase | undefined, wave: number): Stop | undefined => phase && { phase, wave };

/** Whether all of some wave's names have moved, were verified and baked when the run is at this stop. */
export const hasPassedWave = (road: Road, { phase, wave }: Stop): boolean =>
  wave > 0 || road.last.includes(phase);

/** Where a run that was halted here goes on: its wave went back, and so begins anew. */
export const resumptionOf = (road: Road, phase: Phase): Phase =>
  road.eachWave.includes(phase) ? (road.eachWave[0] ?? phase) : phase;

/** The road without the phases that have nothing to do. */
export const without = ({ once, eachWave, last }: Road, phases: readonly Phase[]): Road => {
  const kept = (all: readonly Phase[]): Phase[] => all.filter((phase) => !phases.includes(phase));
  return { once: kept(once), eachWave: kept(eachWave), last: kept(last) };
};
