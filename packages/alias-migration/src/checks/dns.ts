import { enumerate, isWithin } from '../names';
import type { RecordSet } from '../port';
import { leadsTo, TTL_SECONDS_MAX, ttlSecondsOf } from '../records';
import type { Check } from './check';
import { notPublic } from './public-zone';

/** CloudFront refuses the last step of WILDCARD while the names' records lead to another distribution. */
export const wildcardHasDns: Check = ({ migration, strategy }) =>
  strategy === 'WILDCARD' && !migration.dns && !migration.externalDns
    ? {
        property: 'Dns',
        found:
          'WILDCARD needs the DNS records to lead to the target before its last step, but Dns.Mode is NONE.',
        remedy:
          'Set Dns.HostedZoneId, and Dns.RoleArn where the zone is in another account; or Dns.Mode EXTERNAL where somebody else sets the records.',
      }
    : undefined;

export const zoneIsThere: Check = ({ migration, observed }) => {
  if (!migration.dns) return undefined;
  const property = 'Dns.HostedZoneId';
  const { zone } = observed;
  if (!zone || zone.isPrivate) return notPublic(property, migration.dns.hostedZoneId, zone);
  const outside = migration.aliases.filter((alias) => !isWithin(alias, zone.name));
  return outside.length === 0
    ? undefined
    : {
        property,
        found: `${enumerate(outside)} lies outside the zone ${zone.name}.`,
        remedy: 'Make one migration for each zone.',
      };
};

export const recordsAreOurs: Check = ({ migration, observed, source, target }) => {
  if (!migration.dns || !observed.zone) return undefined;
  const property = 'Dns.HostedZoneId';
  const records = observed.records ?? [];
  const routed = records.find((record) => record.setIdentifier !== undefined);
  if (routed)
    return {
      property,
      found: `${routed.name} ${routed.type} has a routing policy (${routed.setIdentifier}).`,
      remedy: 'Replace it by a simple record before the move.',
    };
  const without = migration.aliases.filter((alias) => !records.some((record) => record.name === alias));
  if (without.length > 0)
    return {
      property,
      found: `the zone has no record for ${enumerate(without)}.`,
      remedy: 'Correct the zone or the names.',
    };
  const isKnown = (record: RecordSet): boolean =>
    leadsTo(record) === source.domainName.toLowerCase() ||
    (leadsTo(record) === target.domainName.toLowerCase() && target.aliases.includes(record.name));
  const foreign = records.find((record) => !isKnown(record));
  return foreign
    ? {
        property,
        found: `${foreign.name} ${foreign.type} leads to ${leadsTo(foreign) ?? enumerate(foreign.values ?? [])}, not to the source's ${source.domainName}.`,
        remedy: 'Point it to the source first, so that the way back is known.',
      }
    : undefined;
};

export const oldTtlFits: Check = ({ observed }) => {
  const slow = (observed.records ?? []).find((record) => ttlSecondsOf(record) > TTL_SECONDS_MAX);
  return slow
    ? {
        property: 'Dns.HostedZoneId',
        found: `${slow.name} ${slow.type} has a TTL of ${ttlSecondsOf(slow)} s, which the move and the way back would have to wait out.`,
        remedy: 'Lower it to 300, wait until the old TTL has run out, and try again.',
      }
    : undefined;
};
