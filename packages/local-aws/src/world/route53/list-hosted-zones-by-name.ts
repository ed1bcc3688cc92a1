import type { ListHostedZonesByNameRequest, ListHostedZonesByNameResponse } from '@aws-sdk/client-route-53';
import { route53Name } from '../../dns/names';
import type { Operation } from '../operation';
import type { HostedZone } from '../world';
import { bareId } from './identifiers';
import { compareNames } from './order';
import { zoneSummary } from './zones';

const mostItems = 100;

/** The account's zones by reversed name, then id, from DNSName on; a name that is absent starts at the next one. */
export const listHostedZonesByName: Operation<ListHostedZonesByNameRequest, ListHostedZonesByNameResponse> = {
  service: 'route53',
  name: 'ListHostedZonesByName',
  needs: () => [{ action: 'route53:ListHostedZonesByName', resource: '*' }],
  perform: (world, input, caller) => {
    const from = input.DNSName && { name: route53Name(input.DNSName), id: bareId(input.HostedZoneId) };
    const zones = [...world.hostedZones.values()]
      .filter((zone) => zone.accountId === caller.accountId && (!from || compare(zone, from) >= 0))
      .sort(compare);
    const limit = Math.min(Number(input.MaxItems ?? mostItems), mostItems);
    const next = zones[limit];
    return {
      HostedZones: zones.slice(0, limit).map(zoneSummary),
      ...(input.DNSName === undefined ? {} : { DNSName: input.DNSName }),
      ...(input.HostedZoneId === undefined ? {} : { HostedZoneId: input.HostedZoneId }),
      IsTruncated: next !== undefined,
      ...(next ? { NextDNSName: next.name, NextHostedZoneId: next.id } : {}),
      MaxItems: limit,
    };
  },
};

const compare = (one: Pick<HostedZone, 'name' | 'id'>, other: Pick<HostedZone, 'name' | 'id'>): number =>
  compareNames(one.name, other.name) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
