import type { Instant } from '@cutover/ground';
import { type ItemChange, send } from '../arrivals';
import { newStoreEtag } from '../ids';
import type { World } from '../world';
import { bytesOf } from './limits';

/** The items of one key value store, as its own API answers them. */
export interface StoreItems {
  readonly items: Map<string, string>;
  itemCount: number;
  /** Of keys and values. */
  bytes: number;
  /** Of the items only: the store itself has another one, which CloudFront's own API asks for. */
  etag: string;
  modifiedAt: Instant;
  /** What a reader was told before the last write; a stale read tells it again. */
  previous?: StoreSummary;
}

export interface StoreSummary {
  readonly itemCount: number;
  readonly bytes: number;
  readonly etag: string;
  readonly modifiedAt: Instant;
}

/** A store as it is made. @param items of its import; edges have them when it is READY */
export function newItems(world: World, items: ReadonlyMap<string, string>): StoreItems {
  const bytes = [...items].reduce((sum, item) => sum + bytesOf(item), 0);
  const version = { etag: newStoreEtag(world), modifiedAt: world.now };
  return { items: new Map(items), itemCount: items.size, bytes, ...version };
}

export const summaryOf = ({ itemCount, bytes, etag, modifiedAt }: StoreItems): StoreSummary => ({
  itemCount,
  bytes,
  etag,
  modifiedAt,
});

/** How many bytes a store would have after a change, and whether a key is in both of its parts: deleted is deleted. */
export function bytesAfter({ items, bytes }: StoreItems, { puts, deletes }: ItemChange): number {
  const changed = new Map<string, string | undefined>(puts);
  for (const key of deletes) changed.set(key, undefined);
  let after = bytes;
  for (const [key, value] of changed) {
    const before = items.get(key);
    if (before !== undefined) after -= bytesOf([key, before]);
    if (value !== undefined) after += bytesOf([key, value]);
  }
  return after;
}

/** Writes what has been checked, under a new ETag, and sends it to the edges. */
export function writeItems(world: World, storeId: string, store: StoreItems, change: ItemChange): void {
  store.previous = summaryOf(store);
  store.bytes = bytesAfter(store, change);
  for (const [key, value] of change.puts) store.items.set(key, value);
  for (const key of change.deletes) store.items.delete(key);
  store.itemCount = store.items.size;
  store.etag = newStoreEtag(world);
  store.modifiedAt = world.now;
  send(world, { kind: 'items', storeId, change });
}
