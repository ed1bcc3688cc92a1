import { groupBy } from '@cutover/ground';
import type { RequestLine } from './record';

/** All requests of one name at one edge, in order of time. */
export interface Lane {
  readonly name: string;
  readonly address: string;
  readonly requests: readonly RequestLine[];
}

/** A request that DNS failed belongs to every edge of its name: whoever asks then reaches none of them. */
export function lanesOf(requests: readonly RequestLine[]): Lane[] {
  return [...groupBy(requests, ({ name }) => name)].flatMap(([name, ofName]) => {
    const addresses = [...new Set(ofName.map(({ address }) => address))].filter(Boolean).sort();
    return (addresses.length > 0 ? addresses : ['']).map((address) => ({
      name,
      address,
      requests: ofName.filter((request) => request.address === address || request.address === ''),
    }));
  });
}

export const namesOf = (requests: readonly RequestLine[]): string[] => [
  ...new Set(requests.map(({ name }) => name)),
];

/** Sides in order of first sight: the first one has answered when the run began. */
export const sidesOf = (requests: readonly RequestLine[]): string[] => [
  ...new Set(requests.flatMap(({ side }) => side ?? [])),
];
