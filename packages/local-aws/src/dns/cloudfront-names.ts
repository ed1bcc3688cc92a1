import type { Distribution, DnsAnswer, World } from '../world/world';
import { startOfAuthority } from './name-servers';

export const cloudFrontZone = 'cloudfront.net';

/** The hosted zone id under which Route 53 aliases reach every distribution. */
export const cloudFrontHostedZoneId = 'Z2FDTNDATAQYW2';

/** Seconds; CloudFront's own records live as long, and an ALIAS takes its target's. */
const cloudFrontTtlSeconds = 60;

const authority = startOfAuthority('ns-418.awsdns-52.com').replace(/\.(?= )/g, '');

/** A disabled distribution keeps its name; a deleted one loses it. */
export const distributionAt = (world: World, domainName: string): Distribution | undefined =>
  [...world.distributions.values()].find((distribution) => distribution.domainName === domainName);

/**
 * What the name servers of cloudfront.net say of a distribution's name, under the name `owner`: the addresses of
 * every edge, the first one changing by the minute. The edges have no IPv6.
 */
export function distributionAnswers(
  world: World,
  distribution: Distribution,
  type: string,
  owner: string,
): DnsAnswer[] {
  const of = (type: DnsAnswer['type'], data: string): DnsAnswer => ({
    name: owner,
    type,
    ttl: cloudFrontTtlSeconds,
    data,
  });
  const addresses = rotated(
    world.edges.map((edge) => edge.address),
    Math.floor(world.now / 60_000),
  );
  if (type === 'A') return addresses.map((address) => of('A', address));
  if (type === 'HTTPS') {
    const protocols = applicationProtocols(distribution.config.HttpVersion);
    return protocols ? [of('HTTPS', `1 . alpn="${protocols}" ipv4hint=${addresses.join(',')}`)] : [];
  }
  return [];
}

/** Where a name of cloudfront.net is not known, or has no record of the type. */
export const cloudFrontAuthority = (ttlSeconds = cloudFrontTtlSeconds): DnsAnswer => ({
  name: cloudFrontZone,
  type: 'SOA',
  ttl: ttlSeconds,
  data: authority,
});

const rotated = <T>(list: readonly T[], by: number): T[] => {
  const at = list.length ? by % list.length : 0;
  return [...list.slice(at), ...list.slice(0, at)];
};

/** HTTPS records advertise what is above HTTP/1.1; a distribution without it has none. */
function applicationProtocols(httpVersion: string | undefined): string | undefined {
  switch (httpVersion?.toLowerCase()) {
    case 'http1.1':
      return undefined;
    case 'http3':
      return 'h3';
    case 'http2and3':
      return 'h3,h2';
    default:
      return 'h2';
  }
}
