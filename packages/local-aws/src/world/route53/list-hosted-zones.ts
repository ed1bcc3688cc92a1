import type { ListHostedZonesRequest, ListHostedZonesResponse } from '@aws-sdk/client-route-53';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { zoneSummary } from './zones';

const mostItems = 100;

/** The account's zones in the order of their ids; Marker is the id of the first one wanted. */
export const listHostedZones: Operation<ListHostedZonesRequest, ListHostedZonesResponse> = {
  service: 'route53',
  name: 'ListHostedZones',
  needs: () => [{ action: 'route53:ListHostedZones', resource: '*' }],
  perform: (world, input, caller) => {
    const zones = [...world.hostedZones.values()]
      .filter((zone) => zone.accountId === caller.accountId)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const start = input.Marker ? zones.findIndex((zone) => zone.id === input.Marker) : 0;
    if (start < 0)
      throw new AwsFailure('InvalidInput', 400, `The marker ${input.Marker} is not the ID of a hosted zone`);
    const limit = Math.min(Number(input.MaxItems ?? mostItems), mostItems);
    const next = zones[start + limit];
    return {
      HostedZones: zones.slice(start, start + limit).map(zoneSummary),
      Marker: input.Marker ?? '',
      IsTruncated: next !== undefined,
      ...(next ? { NextMarker: next.id } : {}),
      MaxItems: limit,
    };
  },
};
