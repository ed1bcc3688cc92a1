import type {
  ChangeResourceRecordSetsRequest,
  ChangeResourceRecordSetsResponse,
} from '@aws-sdk/client-route-53';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { recordsAfter } from './batch';
import { zoneArn } from './identifiers';
import { changeInfo, submitRecords } from './publish';
import { normalChange } from './record-set';
import { findZone } from './zones';

const mostChanges = 1000;

/** All changes of the batch or none; answered with a change that is PENDING until the name servers have it. */
export const changeResourceRecordSets: Operation<
  ChangeResourceRecordSetsRequest,
  ChangeResourceRecordSetsResponse
> = {
  service: 'route53',
  name: 'ChangeResourceRecordSets',
  needs: (input) => [{ action: 'route53:ChangeResourceRecordSets', resource: zoneArn(input.HostedZoneId) }],
  perform: (world, input, caller) => {
    const zone = findZone(world, input.HostedZoneId, caller);
    const changes = input.ChangeBatch?.Changes ?? [];
    if (!changes.length)
      throw new AwsFailure('InvalidInput', 400, 'Invalid XML ; the ChangeBatch holds no Change');
    if (changes.length > mostChanges)
      throw new AwsFailure(
        'InvalidChangeBatch',
        400,
        `[Number of records limit of ${mostChanges} exceeded.]`,
      );
    const records = recordsAfter(zone, changes.map(normalChange));
    const change = submitRecords(world, zone, records, input.ChangeBatch?.Comment);
    return { ChangeInfo: changeInfo(world, change) };
  },
};
