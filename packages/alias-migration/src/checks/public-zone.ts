import type { Zone } from '../port';
import type { Finding } from './check';

/** Why nobody would see records that are set in this zone; undefined: everybody can. */
export function notPublic(
  property: string,
  hostedZoneId: string,
  zone: Zone | undefined,
): Finding | undefined {
  if (!zone)
    return {
      property,
      found: `there is no hosted zone ${hostedZoneId}.`,
      remedy: 'Correct the id, or the role in Dns.RoleArn.',
    };
  return zone.isPrivate
    ? {
        property,
        found: `${zone.id} is a private zone, which nobody reads from outside.`,
        remedy: 'Name a public one.',
      }
    : undefined;
}
