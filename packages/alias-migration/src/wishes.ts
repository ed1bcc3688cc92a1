/** What a person may ask of the way in which the names move, beside its strategy. */

/**
 * ROUTE_FIRST: the source releases the names first; until the records follow, the way back is one update.
 * DNS_FIRST (AWS's own guide): the records lead to the target first, while the source still serves by its names.
 */
export type CutoverOrder = 'ROUTE_FIRST' | 'DNS_FIRST';

export interface WildcardWish {
  /** The transit wildcard for all names; left out, each name has the one over its parent. */
  readonly name?: string;
  /** It stays on the target in the end. */
  readonly keep: boolean;
}

/** The same as the template says it. */
export interface DeclaredWishes {
  readonly CutoverOrder?: CutoverOrder;
  readonly Wildcard?: { readonly Name?: string; readonly Keep?: boolean | string };
}

interface Wishes {
  readonly cutoverOrder?: CutoverOrder;
  readonly wildcard?: WildcardWish;
}

/** What is not declared is left out, so that a journal stays small. */
export const wishesOf = ({ CutoverOrder: cutoverOrder, Wildcard: wildcard }: DeclaredWishes): Wishes => ({
  ...(cutoverOrder && { cutoverOrder }),
  ...(wildcard && {
    wildcard: {
      ...(wildcard.Name && { name: wildcard.Name }),
      keep: String(wildcard.Keep ?? false) === 'true',
    },
  }),
});
