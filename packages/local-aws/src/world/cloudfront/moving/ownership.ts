import { plainName } from '../../../dns/names';
import { resolve } from '../../../dns/resolver';
import type { World } from '../../world';
import { ownershipNotProven } from '../failures';

/**
 * The name of the TXT record that allows a move: the underscore is glued to the first label of a subdomain
 * (`_www.example.com`), and stands by itself below an apex (`_.example.com`), because `_example.com` would lie
 * outside of the zone.
 */
export const ownershipRecordName = (world: World, domain: string): string =>
  isApex(world, domain) ? `_.${domain}` : `_${domain}`;

function isApex(world: World, domain: string): boolean {
  for (const zone of world.hostedZones.values()) {
    if (plainName(zone.name) === domain) return true;
  }
  return false;
}

/**
 * Read through CloudFront's own resolver at the time of the call: a miss is remembered for the zone's negative TTL,
 * 15 minutes on a zone of Route 53. One of several values is enough.
 * @throws AwsFailure IllegalUpdate
 */
export function requireOwnershipProof(world: World, domain: string, targetDomainName: string): void {
  const name = ownershipRecordName(world, domain);
  const { answers } = resolve(world, world.cloudFrontResolverCache, name, 'TXT', world.now);
  const proven = answers.some(({ type, data }) => type === 'TXT' && plainName(data) === targetDomainName);
  if (!proven) throw ownershipNotProven();
}
