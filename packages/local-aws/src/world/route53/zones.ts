import type { HostedZone as HostedZoneSummary, ResourceRecordSet } from '@aws-sdk/client-route-53';
import { startOfAuthority } from '../../dns/name-servers';
import { AwsFailure } from '../failure';
import { arnOf } from '../identity';
import type { Caller } from '../operation';
import type { HostedZone, World } from '../world';
import { bareId } from './identifiers';

/** The zone of the caller's account. A zone's ARN names no account, so Route 53 itself keeps strangers out. */
export function findZone(world: World, id: string | undefined, caller: Caller): HostedZone {
  const zone = world.hostedZones.get(bareId(id));
  if (!zone) throw new AwsFailure('NoSuchHostedZone', 404, `No hosted zone found with ID: ${bareId(id)}`);
  if (zone.accountId !== caller.accountId)
    throw new AwsFailure(
      'AccessDenied',
      403,
      `User: ${arnOf(caller)} is not authorized to access this resource`,
    );
  return zone;
}

/** The record sets that Route 53 makes with a zone and keeps as long as the zone. */
export const apexRecords = (zoneName: string, nameServers: readonly string[]): ResourceRecordSet[] => [
  {
    Name: zoneName,
    Type: 'NS',
    TTL: 172_800,
    ResourceRecords: nameServers.map((server) => ({ Value: `${server}.` })),
  },
  {
    Name: zoneName,
    Type: 'SOA',
    TTL: 900,
    ResourceRecords: [{ Value: startOfAuthority(nameServers[0] ?? '') }],
  },
];

export const isApexRecord = (set: ResourceRecordSet, zoneName: string): boolean =>
  set.Name === zoneName && (set.Type === 'NS' || set.Type === 'SOA');

/** A zone as Get and List answer it. */
export const zoneSummary = (zone: HostedZone): HostedZoneSummary => ({
  Id: `/hostedzone/${zone.id}`,
  Name: zone.name,
  CallerReference: zone.callerReference,
  Config: { ...(zone.comment === undefined ? {} : { Comment: zone.comment }), PrivateZone: false },
  ResourceRecordSetCount: zone.records.length,
});
