import type { Instant } from '@cutover/ground';
import type { AppliedInvalidation } from '../../world/world';
import type { Headers } from '../headers';

/** An answer as it came from the origin: what response headers policies add is not kept. */
export interface StoredObject {
  /** Path and query as far as they count in the key; invalidations name it. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** When the origin gave it, or said that it still holds. */
  readonly storedAt: Instant;
  readonly freshUntil: Instant;
  /** The origin answered 400 or higher, whatever page is kept for that. */
  readonly isError?: boolean;
}

/** What one edge remembers, distribution by distribution: another one never sees it, whatever the Host. */
export interface EdgeCache {
  /** The newest object of an earlier instant, fresh or not, that no invalidation has reached. */
  find(
    distributionId: string,
    key: string,
    now: Instant,
    invalidations: readonly AppliedInvalidation[],
  ): StoredObject | undefined;
  /** @param tie decides between objects of the same instant */
  keep(distributionId: string, key: string, object: StoredObject, tie: string): void;
}

interface Entry {
  readonly object: StoredObject;
  readonly tie: string;
  /** What this one came for, while its own instant lasts. */
  readonly before: StoredObject | undefined;
}

/**
 * Requests of one instant do not see what the others bring: whoever were first on the wall would otherwise decide who
 * reaches the origin, and two runs of one seed would differ. CloudFront may collapse such requests into one; here each
 * reaches the origin, so the load that is shown is never too small.
 */
export function edgeCache(): EdgeCache {
  const shelves = new Map<string, Map<string, Entry>>();
  const shelfOf = (distributionId: string): Map<string, Entry> => {
    const shelf = shelves.get(distributionId) ?? new Map<string, Entry>();
    shelves.set(distributionId, shelf);
    return shelf;
  };
  return {
    find(distributionId, key, now, invalidations) {
      const entry = shelves.get(distributionId)?.get(key);
      const object = entry && entry.object.storedAt >= now ? entry.before : entry?.object;
      const isGone = (each: AppliedInvalidation): boolean =>
        each.distributionId === distributionId && object !== undefined && reaches(each, object);
      return invalidations.some(isGone) ? undefined : object;
    },
    keep(distributionId, key, object, tie) {
      const shelf = shelfOf(distributionId);
      const last = shelf.get(key);
      const isSameInstant = last?.object.storedAt === object.storedAt;
      if (last && isSameInstant && last.tie <= tie) return;
      shelf.set(key, { object, tie, before: isSameInstant ? last?.before : last?.object });
    },
  };
}

const reaches = ({ paths, at }: AppliedInvalidation, { url, storedAt }: StoredObject): boolean =>
  storedAt <= at &&
  paths.some((path) => (path.endsWith('*') ? url.startsWith(path.slice(0, -1)) : url === path));
