import type { Journal } from './journal';
import { wayOf } from './strategies';

/**
 * The names that are a run's alone while it lasts, sorted: every run takes them in the same order, so that no two wait
 * for each other. The transit wildcards are among them: a run that found another's on the target, and took it for one
 * that stays, would have it taken away under its own names.
 */
export const lockedNames = (run: Pick<Journal, 'migration' | 'before'>): string[] =>
  [...new Set([...run.migration.aliases, ...wayOf(run).wildcards(run.migration)])].sort();
