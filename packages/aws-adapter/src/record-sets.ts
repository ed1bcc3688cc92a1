import type {
  Change,
  ListResourceRecordSetsRequest,
  ListResourceRecordSetsResponse,
  ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import type { RecordBatch, ResourceRecord } from '@cutover/redirect-site';
import { readRecordName, writeRecordName } from './record-name';

/** More than one name has, unless it has routing policies; with several names, as many as Route 53 gives. */
const PAGE_SIZES = { oneName: 20, severalNames: 300 } as const;

/** ListResourceRecordSets. */
export type ListPage = (input: ListResourceRecordSetsRequest) => Promise<ListResourceRecordSetsResponse>;

/**
 * A page starts at a name and goes on to the end of the zone: whichever of the other names is wholly in it is not asked
 * for again. One that is not in it may still be there, for the order of odd characters is not documented.
 * @returns the record sets of exactly these names, sorted by name, then type
 */
export async function listRecords(
  listPage: ListPage,
  hostedZoneId: string,
  names: readonly string[],
): Promise<ResourceRecord[]> {
  const asked = { HostedZoneId: hostedZoneId, MaxItems: PAGE_SIZES[names[1] ? 'severalNames' : 'oneName'] };
  const found = new Map<string, ResourceRecord[]>();
  // One after the other: Route 53 takes five requests per second and account.
  for (const name of names.map(readRecordName)) {
    if (found.has(name)) continue;
    for (const [other, sets] of await listFrom(listPage, asked, name)) found.set(other, sets);
  }
  return names
    .flatMap((name) => found.get(readRecordName(name)) ?? [])
    .sort((a, b) => compare(a.name, b.name) || compare(a.type, b.type));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @returns the sets of every name that is wholly in the pages which hold this one, and of this one. */
async function listFrom(
  listPage: ListPage,
  asked: Pick<ListResourceRecordSetsRequest, 'HostedZoneId' | 'MaxItems'>,
  name: string,
): Promise<Map<string, ResourceRecord[]>> {
  const found = new Map<string, ResourceRecord[]>([[name, []]]);
  let start: Partial<ListResourceRecordSetsRequest> = { StartRecordName: writeRecordName(name) };
  for (let more = true; more; ) {
    const page = await listPage({ ...asked, ...start });
    for (const set of (page.ResourceRecordSets ?? []).map(recordSetOf))
      found.set(set.name, [...(found.get(set.name) ?? []), set]);
    const nextName = page.IsTruncated === true ? readRecordName(page.NextRecordName ?? '') : undefined;
    more = nextName === name;
    if (nextName !== undefined && !more) found.delete(nextName);
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
