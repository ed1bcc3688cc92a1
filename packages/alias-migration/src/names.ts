import { wildcardOver } from '@cutover/handler-kit';
import type { Migration } from './migration';

export { covers, enumerate, isWildcard, isWithin, wildcardOver } from '@cutover/handler-kit';

/** The transit wildcards of these names, under which they stay served while they move: each once, sorted. */
export const wildcardsOver = (aliases: readonly string[]): string[] =>
  [...new Set(aliases.map(wildcardOver))].sort();

/** The transit wildcards of some of a migration's names: the declared one, or each name's own. */
export const transitOf = ({ wildcard }: Pick<Migration, 'wildcard'>, names: readonly string[]): string[] =>
  wildcard?.name && names.length > 0 ? [wildcard.name] : wildcardsOver(names);
