import type { Journal } from './journal';

/** The names that the run moves, or has moved: those that were on the target before it came are not its to take back. */
export const namesOfOurs = ({
  migration,
  before,
}: Pick<Journal, 'migration' | 'before'>): readonly string[] =>
  migration.aliases.filter((alias) => !before?.adopted?.includes(alias));
