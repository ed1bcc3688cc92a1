import { wildcardOver } from '@cutover/handler-kit';

export { covers, enumerate, isWildcard, isWithin, wildcardOver } from '@cutover/handler-kit';

/** The transit wildcards of these names, under which they stay served while they move: each once, sorted. */
export const wildcardsOver = (aliases: readonly string[]): string[] =>
  [...new Set(aliases.map(wildcardOver))].sort();
