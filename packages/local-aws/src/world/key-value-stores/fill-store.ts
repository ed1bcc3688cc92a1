import { sendAtOnce } from '../arrivals';
import type { World } from '../world';
import { newItems } from './store-items';

/** Puts in what a store begins with. No function reads it before it is READY, so every edge has it at once. */
export function fillStore(world: World, storeId: string, items: ReadonlyMap<string, string>): void {
  world.storeItems.set(storeId, newItems(world, items));
  sendAtOnce(world, { kind: 'items', storeId, change: { puts: [...items], deletes: [] } });
}
