import type { Entity } from './entities/entity';
import { type Page, pageOf } from './paging';

export interface ListQuery {
  readonly Type?: 'managed' | 'custom' | undefined;
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | string | undefined;
}

/** What the marker of a page is taken from. */
interface Identified {
  readonly id: string;
}

/** The list that newer operations answer: counted, with the marker of the next page. */
export function countedList<E extends Identified, S>(
  entities: readonly E[],
  { Marker, MaxItems }: ListQuery,
  summaryOf: (entity: E) => S,
) {
  const page = pageOf(entities, ({ id }) => id, Marker, MaxItems);
  return { ...counted(page), ...itemsOf(page, summaryOf) };
}

/** The older list, which repeats the marker and says that it is cut. */
export function markedList<E extends Identified, S>(
  entities: readonly E[],
  { Marker = '', MaxItems }: ListQuery,
  summaryOf: (entity: E) => S,
) {
  const page = pageOf(entities, ({ id }) => id, Marker, MaxItems);
  const isTruncated = page.nextMarker !== undefined;
  return { Marker, ...counted(page), IsTruncated: isTruncated, ...itemsOf(page, summaryOf) };
}

/** Policies can be asked for by who made them, and say so in every line. */
export const policyList = <C, S>(
  policies: readonly Entity<C>[],
  query: ListQuery,
  summaryOf: (policy: Entity<C>) => S,
) =>
  countedList(
    policies.filter((policy) => !query.Type || query.Type === typeOf(policy)),
    query,
    (policy) => ({ Type: typeOf(policy), ...summaryOf(policy) }),
  );

const typeOf = ({ accountId }: Entity<unknown>): 'managed' | 'custom' =>
  accountId === 'aws' ? 'managed' : 'custom';

const counted = ({ items, maxItems, nextMarker }: Page<unknown>) => ({
  ...(nextMarker !== undefined && { NextMarker: nextMarker }),
  MaxItems: maxItems,
  Quantity: items.length,
});

/** An empty list has no element for its items. */
const itemsOf = <E, S>({ items }: Page<E>, summaryOf: (entity: E) => S) =>
  items.length > 0 && { Items: items.map(summaryOf) };
