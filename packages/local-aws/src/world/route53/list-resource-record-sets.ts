import type { ListResourceRecordSetsRequest, ListResourceRecordSetsResponse } from '@aws-sdk/client-route-53';
import { route53Name } from '../../dns/names';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { zoneArn } from './identifiers';
import { comparePosition, inOrder } from './order';
import { findZone } from './zones';

const mostItems = 300;

/** The zone's sets as the API has them (published or not), from the start record on. */
export const listResourceRecordSets: Operation<
  ListResourceRecordSetsRequest,
  ListResourceRecordSetsResponse
> = {
  service: 'route53',
  name: 'ListResourceRecordSets',
  needs: (input) => [{ action: 'route53:ListResourceRecordSets', resource: zoneArn(input.HostedZoneId) }],
  perform: (world, input, caller) => {
    const zone = findZone(world, input.HostedZoneId, caller);
    const { StartRecordName: name, StartRecordType: type, StartRecordIdentifier: identifier } = input;
    if (type && !name)
      throw new AwsFailure(
        'InvalidInput',
        400,
        'The input is not valid: StartRecordType needs a StartRecordName',
      );
    const start = name === undefined ? undefined : { name: route53Name(name), type, identifier };
    const sets = inOrder(zone.records).filter((set) => !start || comparePosition(set, start) >= 0);
    const limit = Math.min(Number(input.MaxItems ?? mostItems), mostItems);
    const next = sets[limit];
    return {
      ResourceRecordSets: sets.slice(0, limit),
      IsTruncated: next !== undefined,
      ...(next ? { NextRecordName: next.Name, NextRecordType: next.Type } : {}),
      ...(next?.SetIdentifier === undefined ? {} : { NextRecordIdentifier: next.SetIdentifier }),
      MaxItems: limit,
    };
  },
};
