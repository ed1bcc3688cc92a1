import type { GetHostedZoneRequest, GetHostedZoneResponse } from '@aws-sdk/client-route-53';
import type { Operation } from '../operation';
import { zoneArn } from './identifiers';
import { findZone, zoneSummary } from './zones';

export const getHostedZone: Operation<GetHostedZoneRequest, GetHostedZoneResponse> = {
  service: 'route53',
  name: 'GetHostedZone',
  needs: (input) => [{ action: 'route53:GetHostedZone', resource: zoneArn(input.Id) }],
  perform: (world, input, caller) => {
    const zone = findZone(world, input.Id, caller);
    return { HostedZone: zoneSummary(zone), DelegationSet: { NameServers: zone.nameServers } };
  },
};
