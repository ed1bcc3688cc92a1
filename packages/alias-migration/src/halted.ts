import type { Journal } from './journal';
import { roadOf } from './strategies';
import { wavesOf } from './waves';

/** Whether a run was stopped while a wave moved, which then went back; else all waves had passed. */
export const isHaltedInWave = ({ migration, before, resumeAt }: Journal): boolean =>
  before !== undefined &&
  resumeAt !== undefined &&
  roadOf(migration, before.strategy).eachWave.includes(resumeAt);

/** The names that a halted run has left with the target: those of the waves that had passed. */
export function namesLeftByHalt(journal: Journal): readonly string[] {
  const waves = wavesOf(journal.migration);
  return waves.slice(0, isHaltedInWave(journal) ? (journal.wave ?? 0) : waves.length).flat();
}
