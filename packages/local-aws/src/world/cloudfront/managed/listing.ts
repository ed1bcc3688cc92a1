import { pageOf } from '../paging';

interface ListQuery {
  readonly Type?: 'managed' | 'custom';
  readonly Marker?: string;
  readonly MaxItems?: number;
}

/** The list shape that cache, origin request and response headers policies have in common. */
export function listOfPolicies<S extends { readonly Type: 'managed' | 'custom' }>(
  summaries: readonly S[],
  idOf: (summary: S) => string,
  { Type, Marker, MaxItems }: ListQuery,
) {
  const wanted = summaries.filter((summary) => !Type || summary.Type === Type);
  const page = pageOf(wanted, idOf, Marker, MaxItems);
  return {
    ...(page.nextMarker && { NextMarker: page.nextMarker }),
    MaxItems: page.maxItems,
    Quantity: page.items.length,
    ...(page.items.length && { Items: page.items }),
  };
}
