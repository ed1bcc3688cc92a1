import type { Route53Client } from '@aws-sdk/client-route-53';
import type { DnsPort, RecordSet, RecordType } from '@cutover/alias-migration';
import type { ResourceRecord } from '@cutover/redirect-site';
import { type AskAuthority, askAuthority } from './authority';
import { hostedZones } from './hosted-zones';

/** The hosted zone over Route 53's API, its name servers over DNS itself. */
export function dnsPort(client: () => Promise<Route53Client>, ask: AskAuthority = askAuthority()): DnsPort {
  const zones = hostedZones(client);
  return {
    findZone: zones.find,
    findRecords: async (id, names) => (await zones.records(id, names)).filter(leadsSomewhere),
    changeRecords: zones.change,
    isPublished: zones.isPublished,
    askAuthority: (zone, name, type) => ask(zone, name, type),
  };
}

const TYPES: readonly string[] = ['A', 'AAAA', 'CNAME', 'HTTPS'] satisfies RecordType[];

const leadsSomewhere = (record: ResourceRecord): record is RecordSet => TYPES.includes(record.type);
