import { Resolver } from 'node:dns/promises';
import { endpointOf, type Network } from './network';

/** What DNS says of a name now. */
export interface DnsSeen {
  readonly cnames: readonly string[];
  readonly addresses: readonly string[];
  /** Why there is no address. */
  readonly error?: string;
}

/** Longer chains are loops. */
const chainLimit = 8;
const patienceMs = 2000;

/**
 * Asks anew each time and remembers nothing: the resolver's memory is what users have, ours would hide it.
 * @returns a function that never rejects: a name that does not resolve is what a watch is there to see
 */
export function dnsOf(network: Network): (name: string) => Promise<DnsSeen> {
  const resolver = new Resolver({ timeout: patienceMs, tries: 2 });
  if (network.resolver !== undefined) {
    const { host, port } = endpointOf(network.resolver, 53);
    resolver.setServers([`${host}:${port}`]);
  }
  return async (name) => {
    const cnames = await chainOf(resolver, name);
    try {
      return { cnames, addresses: (await resolver.resolve4(name)).sort() };
    } catch (error) {
      return { cnames, addresses: [], error: `DNS: ${codeOf(error)} for ${name}` };
    }
  };
}

async function chainOf(resolver: Resolver, name: string): Promise<string[]> {
  const chain: string[] = [];
  let next: string | undefined = name;
  while (next !== undefined && chain.length < chainLimit) {
    next = await aliasOf(resolver, next);
    if (next !== undefined) chain.push(next);
  }
  return chain;
}

async function aliasOf(resolver: Resolver, name: string): Promise<string | undefined> {
  try {
    return (await resolver.resolveCname(name))[0];
  } catch (error) {
    codeOf(error);
    return undefined;
  }
}

/** @throws what is no answer of DNS */
function codeOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined || !/^[A-Z]+$/.test(code)) throw error;
  return code;
}

/** `CNAME d111111abcdef8.cloudfront.net, A 192.0.2.1 192.0.2.2` */
export const dnsText = ({ cnames, addresses, error }: DnsSeen): string =>
  [
    ...(cnames.length ? [`CNAME ${cnames.join(' ')}`] : []),
    addresses.length ? `A ${addresses.join(' ')}` : (error ?? 'no address'),
  ].join(', ');
