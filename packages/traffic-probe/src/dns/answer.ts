import type { Reply } from './codec';

/** What a name resolved to, and for how long one may believe it. */
export interface Addresses {
  readonly addresses: readonly string[];
  readonly ttlSeconds: number;
  /** The names that a chain of CNAMEs led through, in order; empty without one. */
  readonly through: readonly string[];
}

/** A name that did not resolve; the message says what the resolver answered. */
export class DnsFailure extends Error {
  override readonly name = 'DnsFailure';
}

/**
 * Reads the addresses out of a resolver's answer to an A question. The time to live is the shortest of the
 * chain: a CNAME that has expired may lead elsewhere although the address behind it has not.
 */
export function addressesIn(name: string, reply: Pick<Reply, 'rcode' | 'flag_tc' | 'answers'>): Addresses {
  if (reply.rcode !== 'NOERROR') throw new DnsFailure(`DNS answers ${reply.rcode} for ${name}`);
  if (reply.flag_tc) throw new DnsFailure(`DNS cut its answer for ${name} off (truncated)`);
  const addresses = reply.answers.flatMap(({ type, data }) => (type === 'A' ? [String(data)] : []));
  if (addresses.length === 0) throw new DnsFailure(`DNS knows ${name} but gives no address for it`);
  return {
    addresses: [...new Set(addresses)].sort(),
    ttlSeconds: Math.min(...reply.answers.map(({ ttl }) => ttl)),
    through: reply.answers.flatMap(({ type, data }) => (type === 'CNAME' ? [String(data)] : [])),
  };
}
