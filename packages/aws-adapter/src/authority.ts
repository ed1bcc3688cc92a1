import { promises as dns } from 'node:dns';
import type { Authority, AuthorityAnswer, LookupType } from '@cutover/alias-migration';
import { cnameTtlSeconds } from './dns-over-tcp';

export type AskAuthority = (zone: Authority, name: string, type: LookupType) => Promise<AuthorityAnswer[]>;

/** Two tries of two seconds: four servers are asked side by side, and a turn has 60 seconds for all of its names. */
export const PATIENCE = { timeout: 2_000, tries: 2 };

/** The server answered, and its answer is that there is nothing. */
const NOTHING = ['ENODATA', 'ENOTFOUND'];
/** The server did not answer, or not about this zone; what it would say is not known. */
const SILENCE = [
  'ETIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EREFUSED',
  'ESERVFAIL',
  'EFORMERR',
  'EBADRESP',
  'ENOTIMP',
  'ECANCELLED',
  'EHOSTUNREACH',
  'ENETUNREACH',
];

/** The questions that we have; `node:dns` answers them, a test may. */
export type Resolver = Pick<
  dns.Resolver,
  'resolve4' | 'resolve6' | 'resolveCname' | 'resolveNs' | 'resolveTxt'
>;
/** @param servers addresses to ask; left out: the machine's own resolvers. */
export type ResolverAt = (servers?: readonly string[]) => Resolver;
/** The TTL of a name's CNAME at one server; undefined where it does not tell. */
export type TtlAt = (server: string, name: string) => Promise<number | undefined>;

export const nodeResolver: ResolverAt = (servers) => {
  const resolver = new dns.Resolver(PATIENCE);
  if (servers !== undefined) resolver.setServers(servers);
  return resolver;
};

/** Asks each name server of the zone by itself, past every cache: a resolver may show the old answer for its TTL. */
export const askAuthority =
  (resolverAt: ResolverAt = nodeResolver, ttlAt: TtlAt = cnameTtlSeconds): AskAuthority =>
  (zone, name, type) =>
    Promise.all(
      zone.nameServers.map(async (nameServer) => ({
        nameServer,
        ...(await askServer(resolverAt, ttlAt, nameServer, name, type)),
      })),
    );

/** Node's resolver has no question for HTTPS records, so what a server would answer stays unknown. */
async function askServer(
  resolverAt: ResolverAt,
  ttlAt: TtlAt,
  nameServer: string,
  name: string,
  type: LookupType,
): Promise<Omit<AuthorityAnswer, 'nameServer'>> {
  if (type === 'HTTPS') return { values: undefined };
  // IPv4 only: Lambda has no way out over IPv6, and every name server of Route 53 has an IPv4 address.
  const addresses = await settle(() => resolverAt().resolve4(nameServer));
  const [address] = addresses ?? [];
  if (addresses === undefined || address === undefined) return { values: undefined };
  const values = await settle(() => valuesOf(resolverAt(addresses), name, type));
  // Only a CNAME is waited out: what else a name has leads nobody elsewhere by itself.
  const ttlSeconds = type === 'CNAME' && values?.length ? await ttlAt(address, name) : undefined;
  return { values, ...(ttlSeconds !== undefined && { ttlSeconds }) };
}

async function valuesOf(
  resolver: Resolver,
  name: string,
  type: Exclude<LookupType, 'HTTPS'>,
): Promise<string[]> {
  switch (type) {
    case 'A':
      return (await resolver.resolve4(name)).sort();
    case 'AAAA':
      return (await resolver.resolve6(name)).sort();
    case 'CNAME':
      return (await resolver.resolveCname(name)).map((target) => target.toLowerCase().replace(/\.$/, ''));
    case 'TXT':
      return (await resolver.resolveTxt(name)).map((chunks) => chunks.join('')).sort();
  }
}

/** @returns `[]` for "there is nothing", undefined for "no answer". */
export async function settle<T>(ask: () => Promise<T[]>): Promise<T[] | undefined> {
  try {
    return await ask();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (NOTHING.includes(code)) return [];
    if (SILENCE.includes(code)) return undefined;
    throw error;
  }
}
