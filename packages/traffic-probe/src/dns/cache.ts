import type { Instant } from '@cutover/ground';
import type { Addresses } from './answer';

/** What this client remembers of DNS: each name until its own time to live has passed, in virtual time. */
export interface DnsCache {
  addressesOf(name: string, now: Instant): Promise<readonly string[]>;
}

/**
 * Failures are not remembered: every beat of a name that does not resolve asks again, so that the end of the
 * failure is seen as exactly as its begin.
 */
export function dnsCache(
  ask: (name: string, now: Instant) => Promise<Pick<Addresses, 'addresses' | 'ttlSeconds'>>,
): DnsCache {
  const remembered = new Map<string, { addresses: readonly string[]; expiresAt: Instant }>();
  return {
    async addressesOf(name, now) {
      const known = remembered.get(name);
      if (known && now < known.expiresAt) return known.addresses;
      remembered.delete(name);
      const { addresses, ttlSeconds } = await ask(name, now);
      remembered.set(name, { addresses, expiresAt: now + ttlSeconds * 1000 });
      return addresses;
    },
  };
}
