import type {
  ChangeResourceRecordSetsRequest,
  ChangeResourceRecordSetsResponse,
} from '@aws-sdk/client-route-53';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { recordsAfter } from './batch';
import { zoneArn } from './identifiers';
import { checkSize } from './limits';
import { changeInfo, submitRecords } from './publish';
import { normalChange } from './record-set';
import { findZone } from './zones';

/** Route 53 lets its XML schema speak. */
const emptyBatch =
  "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'Changes' is not complete. One of " +
  '\'{"https://route53.amazonaws.com/doc/2013-04-01/":Change}\' is expected.';

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
    if (!changes.length) throw new AwsFailure('InvalidInput', 400, emptyBatch);
    const wanted = changes.map(normalChange);
    checkSize(wanted);
    const records = recordsAfter(zone, wanted);
    const change = submitRecords(world, zone, records, input.ChangeBatch?.Comment);
    return { ChangeInfo: changeInfo(world, change) };
  },
};
