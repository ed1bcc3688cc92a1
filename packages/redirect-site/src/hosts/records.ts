import type { SiteJournal, Zone } from '../journal';
import type { RecordBatch, SiteDistribution } from '../port';
import type { ResourceRecord } from '../record';
import { zoneOf } from './names';
import { readyHosts } from './slots';

/** "If the alias target is a CloudFront distribution": the hosted zone of all of them. */
export const CLOUDFRONT_ZONE_ID = 'Z2FDTNDATAQYW2';

/** Types that say where a name leads. Others at the name, such as MX and TXT, are none of ours. */
const LEADING = ['A', 'AAAA', 'CNAME', 'HTTPS'];
/** Route 53 takes 1,000 records in a change, and an upsert counts twice. */
const NAMES_PER_CHANGE = 100;

export interface RecordChange {
  readonly zone: Zone;
  readonly batch: RecordBatch;
  /** What stood there before us. */
  readonly former: SiteJournal['formerRecords'];
}

/** Which hosts lead where. Those in neither list are left alone. */
export interface Wanted {
  readonly serve: ReadonlyMap<string, Pick<SiteDistribution, 'domainName' | 'ipv6Enabled'>>;
  readonly leave: readonly string[];
}

/** The hosts that are ready, and the distributions that have them. */
export function servedBy(
  { slots }: SiteJournal,
  distributions: ReadonlyMap<number, SiteDistribution>,
): Wanted['serve'] {
  const serve = new Map<string, SiteDistribution>();
  for (const slot of slots) {
    const distribution = distributions.get(slot.n);
    for (const host of readyHosts(slot)) if (distribution) serve.set(host, distribution);
  }
  return serve;
}

/** The next change of one zone; undefined when the zones are as they should be. */
export function nextRecordChange(
  journal: SiteJournal,
  records: ReadonlyMap<string, readonly ResourceRecord[]>,
  wanted: Wanted,
): RecordChange | undefined {
  for (const zone of journal.zones) {
    const there = records.get(zone.id) ?? [];
    const changes = changesIn(journal, zone, there, wanted).slice(0, NAMES_PER_CHANGE);
    if (changes.length === 0) continue;
    const deletes = changes.flatMap((each) => each.deletes);
    const upserts = changes.flatMap((each) => each.upserts);
    const former = formerOf(journal, zone, there, wanted, upserts);
    return { zone, batch: { comment: `Redirect site ${journal.siteId}`, upserts, deletes }, former };
  }
  return undefined;
}

/** Host by host, those that there is something to do about. */
function changesIn(
  journal: SiteJournal,
  zone: Zone,
  there: readonly ResourceRecord[],
  { serve, leave }: Wanted,
): Change[] {
  const ours = domainNamesOf(journal);
  const inZone = (host: string) => zoneOf(host, journal.zones)?.id === zone.id;
  const served = [...serve]
    .filter(([host]) => inZone(host))
    .map(([host, end]) => changeTo(recordsTo(host, end), leadingOf(host, there)));
  // A host that somebody has led elsewhere meanwhile is theirs.
  const left = leave
    .filter((host) => inZone(host) && leadingOf(host, there).some((record) => isTo(record, ours)))
    .map((host) => {
      const former = journal.formerRecords.filter((each) => each.zoneId === zone.id && each.name === host);
      return changeTo(former.map(withoutZone), leadingOf(host, there));
    });
  return [...served, ...left].filter(({ upserts, deletes }) => upserts.length + deletes.length > 0);
}

/** Record sets of others that the change replaces, and that are not remembered yet: it may be tried twice. */
function formerOf(
  journal: SiteJournal,
  zone: Zone,
  there: readonly ResourceRecord[],
  { serve }: Wanted,
  upserts: readonly ResourceRecord[],
): RecordChange['former'] {
  const ours = domainNamesOf(journal);
  const touched = new Set(upserts.map(({ name }) => name).filter((name) => serve.has(name)));
  const isKnown = ({ name, type }: ResourceRecord) =>
    journal.formerRecords.some((each) => each.zoneId === zone.id && each.name === name && each.type === type);
  return there
    .filter((record) => touched.has(record.name) && LEADING.includes(record.type))
    .filter((record) => !isTo(record, ours) && !isKnown(record))
    .map((record) => ({ ...record, zoneId: zone.id }));
}

/** What stands at the hosts and leads elsewhere, where it is not remembered yet. */
export function formerAt(
  journal: SiteJournal,
  records: ReadonlyMap<string, readonly ResourceRecord[]>,
  hosts: readonly string[],
): RecordChange['former'] {
  const serve = new Map(hosts.map((host) => [host, { domainName: '', ipv6Enabled: false }]));
  return journal.zones.flatMap((zone) => {
    const there = (records.get(zone.id) ?? []).filter(({ name }) => zoneOf(name, journal.zones) === zone);
    return formerOf(journal, zone, there, { serve, leave: [] }, there);
  });
}

export const formerRecordsWithout = (
  { formerRecords }: Pick<SiteJournal, 'formerRecords'>,
  hosts: readonly string[],
): SiteJournal['formerRecords'] => formerRecords.filter(({ name }) => !hosts.includes(name));

const domainNamesOf = ({ slots }: SiteJournal): Set<string> =>
  new Set(slots.flatMap(({ domainName }) => domainName ?? []));

const leadingOf = (host: string, there: readonly ResourceRecord[]): ResourceRecord[] =>
  there.filter(({ name, type }) => name === host && LEADING.includes(type));

interface Change {
  readonly upserts: readonly ResourceRecord[];
  readonly deletes: readonly ResourceRecord[];
}

const changeTo = (wanted: readonly ResourceRecord[], there: readonly ResourceRecord[]): Change => ({
  upserts: wanted.filter((record) => !there.some((each) => isSame(each, record))),
  deletes: there.filter((record) => !wanted.some(({ type }) => type === record.type)),
});

/** A and AAAA, and HTTPS, by which browsers come over HTTP/2 or 3 at once. */
function recordsTo(
  host: string,
  { domainName, ipv6Enabled }: Pick<SiteDistribution, 'domainName' | 'ipv6Enabled'>,
): ResourceRecord[] {
  const aliasTarget = { hostedZoneId: CLOUDFRONT_ZONE_ID, dnsName: domainName, evaluateTargetHealth: false };
  return ['A', ...(ipv6Enabled ? ['AAAA'] : []), 'HTTPS'].map((type) => ({ name: host, type, aliasTarget }));
}

const isTo = ({ aliasTarget }: ResourceRecord, domainNames: ReadonlySet<string>): boolean =>
  aliasTarget !== undefined && domainNames.has(plainName(aliasTarget.dnsName));

const isSame = (one: ResourceRecord, other: ResourceRecord): boolean =>
  one.type === other.type &&
  one.ttlSeconds === other.ttlSeconds &&
  plainName(one.aliasTarget?.dnsName ?? '') === plainName(other.aliasTarget?.dnsName ?? '') &&
  JSON.stringify(one.values ?? []) === JSON.stringify(other.values ?? []);

const plainName = (name: string): string => name.replace(/\.$/, '').toLowerCase();

const withoutZone = ({ zoneId: _, ...record }: SiteJournal['formerRecords'][number]): ResourceRecord =>
  record;
