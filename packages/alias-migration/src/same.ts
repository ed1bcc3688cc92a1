import { isDeepStrictEqual } from 'node:util';

/** As journals keep values: a member that is undefined comes back as one that is missing. */
export const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(asStored(one), asStored(other));
const asStored = (value: unknown): unknown => value && JSON.parse(JSON.stringify(value));
