import {
  type Change,
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsRequest,
  type ListResourceRecordSetsResponse,
  type ResourceRecordSet,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import type { RecordBatch, ResourceRecord } from '@cutover/redirect-site';
import { readRecordName, writeRecordName } from './record-name';

/** More than one name has, unless it has routing policies; the rest of a page is other names. */
const PAGE_SIZE = 20;

/** @returns the record sets of exactly these names, sorted by name, then type. */
export async function listRecords(
  client: Route53Client,
  hostedZoneId: string,
  names: readonly string[],
): Promise<ResourceRecord[]> {
  const found: ResourceRecord[] = [];
  // One after the other: Route 53 takes five requests per second and account.
  for (const name of names) found.push(...(await listName(client, hostedZoneId, readRecordName(name))));
  return found.sort((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The list starts at a name and goes on to the end of the zone, so it is left where another name begins. */
async function listName(
  client: Route53Client,
  hostedZoneId: string,
  name: string,
): Promise<ResourceRecord[]> {
  const found: ResourceRecord[] = [];
  let start: Pick<
    ListResourceRecordSetsRequest,
    'StartRecordName' | 'StartRecordType' | 'StartRecordIdentifier'
  > = {
    StartRecordName: writeRecordName(name),
  };
  for (let more = true; more; ) {
    const page: ListResourceRecordSetsResponse = await client.send(
      new ListResourceRecordSetsCommand({ HostedZoneId: hostedZoneId, MaxItems: PAGE_SIZE, ...start }),
    );
    const ofName = (page.ResourceRecordSets ?? []).filter((set) => readRecordName(set.Name ?? '') === name);
    found.push(...ofName.map(recordSetOf));
    more = page.IsTruncated === true && readRecordName(page.NextRecordName ?? '') === name;
    start = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      StartRecordIdentifier: page.NextRecordIdentifier,
    };
  }
  return found;
}

function recordSetOf(set: ResourceRecordSet): ResourceRecord {
  const { AliasTarget: target } = set;
  return {
    name: readRecordName(set.Name ?? ''),
    type: set.Type ?? '',
    ...(set.TTL !== undefined && { ttlSeconds: set.TTL }),
    ...(target === undefined && { values: (set.ResourceRecords ?? []).map((record) => record.Value ?? '') }),
    ...(target !== undefined && {
      aliasTarget: {
        hostedZoneId: target.HostedZoneId ?? '',
        dnsName: readRecordName(target.DNSName ?? ''),
        evaluateTargetHealth: target.EvaluateTargetHealth ?? false,
      },
    }),
    ...(set.SetIdentifier !== undefined && { setIdentifier: set.SetIdentifier }),
  };
}

/** Deletes first: within a batch a CNAME must be gone before an A record of the same name may come. */
export function changesOf(batch: RecordBatch): Change[] {
  return [
    ...batch.deletes.map(
      (record): Change => ({ Action: 'DELETE', ResourceRecordSet: writeRecordSet(record) }),
    ),
    ...batch.upserts.map(
      (record): Change => ({ Action: 'UPSERT', ResourceRecordSet: writeRecordSet(record) }),
    ),
  ];
}

function writeRecordSet(record: ResourceRecord): ResourceRecordSet {
  const { aliasTarget } = record;
  return {
    Name: writeRecordName(record.name),
    Type: record.type as ResourceRecordSet['Type'],
    SetIdentifier: record.setIdentifier,
    TTL: record.ttlSeconds,
    ResourceRecords: record.values?.map((Value) => ({ Value })),
    AliasTarget: aliasTarget && {
      HostedZoneId: aliasTarget.hostedZoneId,
      DNSName: writeRecordName(aliasTarget.dnsName),
      EvaluateTargetHealth: aliasTarget.evaluateTargetHealth,
    },
  };
}
