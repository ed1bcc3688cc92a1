import type { ItemChange } from '../arrivals';
import type { Caller } from '../operation';
import type { World } from '../world';
import { quotaExceeded, requireSmallItems, storeLimits } from './limits';
import { type Named, requireReadyItems, requireVersion, written } from './named-store';
import { bytesAfter, writeItems } from './store-items';

interface Conditional extends Named {
  readonly IfMatch?: string | undefined;
}

/**
 * All of a change or nothing of it, under the version that the caller has read.
 * @throws AwsFailure for another version, and for what is above a quota
 */
export function changeStore(world: World, caller: Caller, input: Conditional, change: ItemChange) {
  const { entity, contents } = requireReadyItems(world, caller, input);
  requireSmallItems(change);
  requireVersion(contents, input.IfMatch);
  const bytes = bytesAfter(contents, change);
  if (bytes > storeLimits.storeBytes)
    throw quotaExceeded(`the store would have ${bytes} bytes, at most ${storeLimits.storeBytes} are taken`);
  writeItems(world, entity.id, contents, change);
  return written(contents);
}
