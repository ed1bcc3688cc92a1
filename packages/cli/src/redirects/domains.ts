import type { RuleSet } from '@cutover/redirect-rules';

/** Every host of the set, once; names below one domain stand together, the domain before what is below it. */
export function domainsOf(rules: RuleSet): string[] {
  const hosts = new Set(rules.sites.flatMap((site) => site.hosts));
  return [...hosts]
    .map((host) => ({ host, key: host.split('.').reverse().join(' ') }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ host }) => host);
}

export const isWildcard = (host: string): boolean => host.startsWith('*.');
