import type { End } from './journal';
import type { RecordBatch, RecordSet } from './port';

/** The hosted zone id of every CloudFront distribution's ALIAS target (AWS::Route53 AliasTarget documentation). */
export const CLOUDFRONT_ZONE_ID = 'Z2FDTNDATAQYW2';

/** Whether a name, in lower case, is one that CloudFront gave a distribution. */
export const isOfCloudFront = (name: string): boolean => name.endsWith('.cloudfront.net');

const bare = (name: string): string => name.toLowerCase().replace(/\.$/, '');

/** Where a record set leads: the value of a CNAME, the target of an ALIAS; undefined for plain addresses. */
export const leadsTo = (record: RecordSet): string | undefined => {
  if (record.aliasTarget) return bare(record.aliasTarget.dnsName);
  return record.type === 'CNAME' && record.values?.[0] ? bare(record.values[0]) : undefined;
};

/** The same record set, leading to another distribution; TTL and everything else as they were. */
export const redirected = (record: RecordSet, to: End): RecordSet =>
  record.aliasTarget
    ? { ...record, aliasTarget: { ...record.aliasTarget, dnsName: to.domainName } }
    : { ...record, values: [to.domainName] };

export const sameRecord = (one: RecordSet, other: RecordSet): boolean =>
  isSameSet(one, other) && leadsTo(one) === leadsTo(other) && addressesIn(one) === addressesIn(other);

const isSameSet = (one: RecordSet, other: RecordSet): boolean =>
  one.name === other.name && one.type === other.type;

const addressesIn = (record: RecordSet): string =>
  leadsTo(record) === undefined ? [...(record.values ?? [])].sort().join() : '';

/** What makes the zone show the wanted sets for their names, and no other. */
export const batchTowards = (
  wanted: readonly RecordSet[],
  shown: readonly RecordSet[],
): Pick<RecordBatch, 'upserts' | 'deletes'> => ({
  upserts: wanted,
  deletes: shown.filter(
    (set) => wanted.some(({ name }) => name === set.name) && !wanted.some((other) => isSameSet(set, other)),
  ),
});

/** Those of `wanted` that the zone does not show yet. */
export const recordsMissing = (wanted: readonly RecordSet[], shown: readonly RecordSet[]): RecordSet[] =>
  wanted.filter((record) => !shown.some((other) => sameRecord(record, other)));

/** Two hours fit into the three of the DNS gate; and what resolvers keep for a day, no way back can turn round. */
export const TTL_SECONDS_MAX = 7200;

/** Resolvers round TTLs up, and CloudFront's own is among them. */
export const TTL_MARGIN_SECONDS = 10;

/** How long a resolver may keep the old answer. An ALIAS has no TTL of its own; Route 53 answers it with 60 s. */
export const ttlSecondsOf = (record: RecordSet): number => record.ttlSeconds ?? 60;

export const longestTtlSeconds = (records: readonly RecordSet[]): number =>
  Math.max(0, ...records.map(ttlSecondsOf));
