import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import type { Members } from '../value';
import { flag, list, oneOf, record, required, type Shape, text } from './shape';

/** One record set: what RecordSet and each entry of RecordSetGroup have in common. */
export const recordMembers = {
  Name: required(text),
  Type: required(oneOf('A', 'AAAA', 'CAA', 'CNAME', 'HTTPS', 'MX', 'NS', 'TXT')),
  TTL: text,
  ResourceRecords: list(text),
  AliasTarget: record(
    { DNSName: required(text), HostedZoneId: required(text), EvaluateTargetHealth: flag },
    // Optional in templates, required in the API.
    { finish: (api) => ({ EvaluateTargetHealth: false, ...api }) },
  ),
};

/** Routing policies: the local Route 53 has plain records only. */
export const recordUnsupported = [
  'CidrRoutingConfig',
  'Failover',
  'GeoLocation',
  'GeoProximityLocation',
  'HealthCheckId',
  'HostedZoneName',
  'MultiValueAnswer',
  'Region',
  'SetIdentifier',
  'Weight',
];

/** The record set as the API writes it; `shape` decides which members there are. */
export function toRecordSet(shape: Shape, properties: Members): ResourceRecordSet {
  const api = shape.toApi(properties) as {
    Name: string;
    Type: ResourceRecordSet['Type'];
    TTL?: string;
    ResourceRecords?: string[];
    AliasTarget?: ResourceRecordSet['AliasTarget'];
  };
  return {
    Name: api.Name,
    Type: api.Type,
    ...(api.TTL === undefined ? {} : { TTL: Number(api.TTL) }),
    ...(api.ResourceRecords ? { ResourceRecords: api.ResourceRecords.map((Value) => ({ Value })) } : {}),
    ...(api.AliasTarget ? { AliasTarget: api.AliasTarget } : {}),
  };
}
