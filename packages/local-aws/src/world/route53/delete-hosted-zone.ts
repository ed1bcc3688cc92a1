import type { DeleteHostedZoneRequest, DeleteHostedZoneResponse } from '@aws-sdk/client-route-53';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { zoneArn } from './identifiers';
import { changeInfo, submitRecords } from './publish';
import { findZone, isApexRecord } from './zones';

/** Only an empty zone can go. Its name servers stop answering at once. */
export const deleteHostedZone: Operation<DeleteHostedZoneRequest, DeleteHostedZoneResponse> = {
  service: 'route53',
  name: 'DeleteHostedZone',
  needs: (input) => [{ action: 'route53:DeleteHostedZone', resource: zoneArn(input.Id) }],
  perform: (world, input, caller) => {
    const zone = findZone(world, input.Id, caller);
    if (!zone.records.every((set) => isApexRecord(set, zone.name)))
      throw new AwsFailure(
        'HostedZoneNotEmpty',
        400,
        'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
      );
    const change = submitRecords(world, zone, []);
    world.hostedZones.delete(zone.id);
    return { ChangeInfo: changeInfo(world, change) };
  },
};
