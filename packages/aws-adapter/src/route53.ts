import type { Route53Client } from '@aws-sdk/client-route-53';
import type { DnsPort, RecordSet, RecordType } from '@cutover/alias-migration';
import type { ResourceRecord } from '@cutover/redirect-site';
import { askAuthority, nodeResolver, type ResolverAt } from './authority';
import { hostedZones } from './hosted-zones';
import { findAuthority } from './zone-cut';

/** The hosted zone over Route 53's API, its name servers over DNS itself. */
export function dnsPort(
  client: () => Promise<Route53Client>,
  resolverAt: ResolverAt = nodeResolver,
): DnsPort {
  const zones = hostedZones(client);
  return {
    findZone: zones.find,
    findRecords: async (id, names) => (await zones.records(id, names)).filter(leadsSomewhere),
    findTexts: async (id, names) => (await zones.records(id, names)).filter(isText),
    changeRecords: zones.change,
    isPublished: zones.isPublished,
    findAuthority: findAuthority(resolverAt),
    askAuthority: askAuthority(resolverAt),
  };
}

const TYPES: readonly string[] = ['A', 'AAAA', 'CNAME', 'HTTPS'] satisfies RecordType[];

const isText = (record: ResourceRecord): record is RecordSet => record.type === 'TXT';

const leadsSomewhere = (record: ResourceRecord): record is RecordSet => TYPES.includes(record.type);
