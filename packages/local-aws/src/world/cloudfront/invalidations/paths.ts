import type { World } from '../../world';
import { batchTooLarge, invalidPaths, tooManyInProgress } from './failures';
import { inProgress } from './invalidation';

const longestPath = 4000;
const mostFiles = 3000;
const mostWildcards = 15;

const isWildcard = (path: string): boolean => path.endsWith('*');

/** Through the API a path begins with `/`, and `*` may only be its end (Developer Guide, "Invalidation paths"). */
export function requirePaths(paths: readonly string[]): void {
  if (paths.length === 0 || !paths.every(isPath)) throw invalidPaths();
}

const isPath = (path: string): boolean =>
  path.startsWith('/') && path.length <= longestPath && !path.slice(0, -1).includes('*');

/**
 * 3,000 files and 15 wildcards of a distribution may be under way at once, each for itself ("Concurrent invalidation
 * request maximum"). A batch that could never fit is too large.
 */
export function requireRoom(world: World, distributionId: string, paths: readonly string[]): void {
  if (paths.filter((path) => !isWildcard(path)).length > mostFiles) throw batchTooLarge();
  const all = [...inProgress(world, distributionId).flatMap((each) => each.paths), ...paths];
  const wildcards = all.filter(isWildcard).length;
  if (wildcards > mostWildcards && paths.some(isWildcard)) throw tooManyInProgress('wildcard invalidations');
  if (all.length - wildcards > mostFiles) throw tooManyInProgress('invalidations');
}
