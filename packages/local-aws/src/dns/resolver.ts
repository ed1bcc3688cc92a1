import type { Instant } from '@cutover/ground';
import type { CachedAnswer, DnsAnswer, DnsCode, World } from '../world/world';
import { authorityAnswer } from './authority';
import { plainName } from './names';

/** What a recursive resolver tells its client: the CNAME chain, then the records at its end. */
export interface Resolution {
  readonly code: DnsCode;
  readonly answers: DnsAnswer[];
}

/** CloudFront and the big public resolvers give up on longer chains. */
const longestChain = 16;

/**
 * A recursive lookup in virtual time. What the cache holds is believed until it expires, absence included:
 * a record asked for before it was published stays missing for the zone's negative TTL.
 * @param cache of this resolver; written to
 */
export function resolve(
  world: World,
  cache: Map<string, CachedAnswer>,
  name: string,
  type: string,
  now: Instant,
): Resolution {
  const chain: DnsAnswer[] = [];
  let asked = plainName(name);
  while (chain.length < longestChain) {
    const step = lookUp(world, cache, asked, type, now);
    chain.push(...step.answers);
    const alias = step.answers.find((answer) => answer.type === 'CNAME');
    if (!alias || type === 'CNAME') return { code: step.code, answers: chain };
    asked = alias.data;
  }
  return { code: 'SERVFAIL', answers: [] };
}

function lookUp(
  world: World,
  cache: Map<string, CachedAnswer>,
  name: string,
  type: string,
  now: Instant,
): Resolution {
  const known = remembered(cache, name, type, now);
  if (known) return { code: known.code, answers: aged(known, now) };

  const found = authorityAnswer(world, name, type);
  // Nobody is authoritative: there is no Internet but the world's zones, and another zone may come any time.
  if (found.code === 'REFUSED') return { code: 'NXDOMAIN', answers: [] };
  const authority = found.authority ?? [];
  // A referral to servers that the world does not have.
  if (authority.some((record) => record.type === 'NS')) return { code: 'SERVFAIL', answers: [] };

  const ttl = found.answers.length
    ? Math.min(...found.answers.map((answer) => answer.ttl))
    : negativeTtl(authority);
  const kind = found.code === 'NXDOMAIN' ? absent : (found.answers[0]?.type ?? type);
  cache.set(`${name}|${kind}`, { expiresAt: now + ttl * 1000, answers: found.answers, code: found.code });
  return { code: found.code, answers: found.answers };
}

/** NXDOMAIN is true of every type (RFC 2308), so it is remembered under a word of its own. */
const absent = '*';

/** A remembered CNAME answers every type; a remembered lack of one says nothing of the others. */
function remembered(
  cache: Map<string, CachedAnswer>,
  name: string,
  type: string,
  now: Instant,
): CachedAnswer | undefined {
  const fresh = (kind: string): CachedAnswer | undefined => {
    const cached = cache.get(`${name}|${kind}`);
    return cached && cached.expiresAt > now ? cached : undefined;
  };
  const alias = fresh('CNAME');
  return fresh(type) ?? (alias?.answers.length ? alias : undefined) ?? fresh(absent);
}

/** RFC 2308: the smaller of the SOA's own TTL and its last field. On a Route 53 zone 900 and 86400. */
const negativeTtl = (authority: readonly DnsAnswer[]): number => {
  const soa = authority.find((record) => record.type === 'SOA');
  return soa ? Math.min(soa.ttl, Number(soa.data.split(' ')[6])) : 0;
};

const aged = (cached: CachedAnswer, now: Instant): DnsAnswer[] =>
  cached.answers.map((answer) => ({ ...answer, ttl: Math.ceil((cached.expiresAt - now) / 1000) }));
