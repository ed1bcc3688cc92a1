import { groupBy } from '@cutover/ground';
import type { RequestRecord } from '../request-record';

/** All requests of one name at one address, in order of time. */
export interface Lane {
  readonly name: string;
  readonly address: string;
  readonly requests: readonly RequestRecord[];
}

/**
 * A request that DNS failed belongs to every address of its name: whoever asks then reaches none of them. Only
 * a name that never resolved has a lane of its own without an address.
 */
export function lanesOf(log: readonly RequestRecord[]): Lane[] {
  return [...groupBy(log, ({ name }) => name)].flatMap(([name, requests]) => {
    const addresses = [...new Set(requests.map(({ address }) => address))].filter(Boolean).sort();
    return (addresses.length > 0 ? addresses : ['']).map((address) => ({
      name,
      address,
      requests: requests.filter((record) => record.address === address || record.address === ''),
    }));
  });
}
