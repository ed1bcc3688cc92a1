import { budgets } from '../layout/limits';
import { type Part, Store } from './store';

/**
 * Sites over stores: each where most of its hosts were before, as far as the store holds it; then the others, each
 * where there is room first. In a store they lie in their order.
 * @param storeBytes to be filled by new sites; those that were there may grow to all that a store has
 */
export function dealt(
  parts: readonly Part[],
  before: readonly (readonly string[])[],
  storeBytes: number,
): Store[] {
  const placeBefore = new Map(before.flatMap((hosts, place) => hosts.map((host) => [host, place] as const)));
  const filled = before.map(() => 0);
  const places = new Map<Part, number>();
  const settle = (part: Part, place: number): void => {
    places.set(part, place);
    filled[place] = (filled[place] ?? 0) + part.bytes;
  };
  for (const part of parts) {
    const place = mostOf(part.records.flatMap(({ host }) => placeBefore.get(host) ?? []));
    if (place !== undefined && filled[place]! + part.bytes <= budgets.storeBytes) settle(part, place);
  }
  for (const part of parts.filter((each) => !places.has(each))) {
    const place = filled.findIndex((bytes) => bytes + part.bytes <= storeBytes);
    // A site that is larger than what is to be filled has a store to itself.
    settle(part, place < 0 ? filled.length : place);
  }
  const stores = Array.from({ length: Math.max(-1, ...places.values()) + 1 }, () => new Store());
  for (const part of parts) stores[places.get(part)!]!.add(part);
  return stores;
}

function mostOf(places: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
