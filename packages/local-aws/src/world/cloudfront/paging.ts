import { invalidArgument } from './failures';

export interface Page<T> {
  readonly items: T[];
  readonly maxItems: number;
  readonly nextMarker?: string;
}

const defaultMaxItems = 100;

/**
 * The items after `marker`, which is the last id of the page before.
 * @param maxItems CloudFront's model calls it a string in some operations and a number in others
 */
export function pageOf<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  marker: string | undefined,
  maxItems: number | string | undefined,
): Page<T> {
  const size = maxItems === undefined ? defaultMaxItems : Number(maxItems);
  if (!Number.isInteger(size) || size < 1)
    throw invalidArgument(`MaxItems must be a positive number: ${maxItems}`);
  const start = marker ? items.findIndex((item) => idOf(item) === marker) + 1 : 0;
  if (marker && start === 0) throw invalidArgument(`Nothing here has the Marker ${marker}`);
  const page = items.slice(start, start + size);
  const last = page.at(-1);
  const isTruncated = last !== undefined && start + size < items.length;
  return { items: page, maxItems: size, ...(isTruncated && { nextMarker: idOf(last) }) };
}
