import type { Route53Client } from '@aws-sdk/client-route-53';
import { Failure } from '@cutover/handler-kit';
import type { SiteDnsPort } from '@cutover/redirect-site';
import { hostedZones } from '../hosted-zones';
import { type AskerAt, issuersFrom } from './issuers';

/** Hosted zones over Route 53's API, and what public DNS says of issuers. */
export function siteDnsPort(client: () => Promise<Route53Client>, askerAt?: AskerAt): SiteDnsPort {
  const zones = hostedZones(client);
  return {
    findZone: async (id) => {
      const zone = await zones.find(id);
      if (zone?.isPrivate) throw isPrivate(id);
      return zone?.name;
    },
    findRecords: zones.records,
    change: zones.change,
    isPublished: zones.isPublished,
    findIssuers: issuersFrom(askerAt),
  };
}

const isPrivate = (hostedZoneId: string): Failure =>
  new Failure(
    'Refused',
    'giveUp',
    'InvalidRequest',
    `Hosted zone ${hostedZoneId} is private: no viewer and no issuer sees its records. Name the public zone.`,
    'GetHostedZone',
  );
