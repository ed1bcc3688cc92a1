/**
 * Route 53 gives each zone four servers, one under each of four top-level domains, so that a registry's outage
 * takes one of them at most. `ns-421.awsdns-52.com`: the first number names the server (512 to a domain), the
 * second is the first modulo 512, by eights.
 */
const domains = ['com', 'net', 'org', 'co.uk'] as const;

const perDomain = 512;

/** @param numbers four numbers in [0, 512), one for each top-level domain. */
export const nameServersOf = (numbers: readonly number[]): string[] =>
  domains.map((domain, at) => {
    const number = (numbers[at] ?? 0) % perDomain;
    const group = String(Math.floor(number / 8)).padStart(2, '0');
    return `ns-${at * perDomain + number}.awsdns-${group}.${domain}`;
  });

const serverName = /^ns-\d+\.awsdns-\d+\.(com|net|org|co\.uk)$/;

/** The documentation address of a name server: 198.51.100.1 to .4 by top-level domain. */
export function nameServerAddress(name: string): string | undefined {
  const domain = serverName.exec(name)?.[1];
  return nameServerAddresses[domains.indexOf(domain as (typeof domains)[number])];
}

/** Every address at which an authoritative server listens. */
export const nameServerAddresses = domains.map((_, at) => `198.51.100.${at + 1}`);

/** The address of the public recursive resolver. */
export const publicResolverAddress = '192.0.2.53';

/** The start of authority that Route 53 writes for every zone; its serial number never moves. */
export const startOfAuthority = (nameServer: string): string =>
  `${nameServer}. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`;
