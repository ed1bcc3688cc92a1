import type { Journal } from './journal';
import type { Migration } from './migration';

/** The names in the order in which they move; without declared waves, all at once. */
export const wavesOf = ({
  waves,
  aliases,
}: Pick<Migration, 'waves' | 'aliases'>): readonly (readonly string[])[] =>
  waves && waves.length > 0 ? waves : [aliases];

/** The names of the current wave. */
export const namesOfWave = ({
  migration,
  wave = 0,
}: Pick<Journal, 'migration' | 'wave'>): readonly string[] => wavesOf(migration)[wave] ?? [];

/** The names that have moved or are moving: those of the current wave and of the waves before it. */
export const namesSoFar = ({ migration, wave = 0 }: Pick<Journal, 'migration' | 'wave'>): readonly string[] =>
  wavesOf(migration)
    .slice(0, wave + 1)
    .flat()
    .toSorted();
