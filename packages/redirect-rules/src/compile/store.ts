import { ItemStore, put } from '../layout/address';
import { bytesIn } from '../layout/limits';
import type { Site } from '../model/rule-set';
import { type HostRecord, hostItems, recordsOfHosts } from './hosts';
import { type CompiledSite, compileSite } from './site';
import { versioned } from './versions';

/** A site as it goes into a store. */
export interface Part {
  readonly site: Site;
  readonly compiled: CompiledSite;
  readonly items: ReadonlyMap<string, string>;
  readonly records: readonly HostRecord[];
  /** If it shares nothing with other sites. */
  readonly bytes: number;
}

/** Of a host's item, beside name and record: `h:`, and the generation. */
const hostBytes = 8;

export function partOf(site: Site, owners: ReadonlyMap<string, Site>): Part {
  const own = new ItemStore();
  const compiled = compileSite(site, own);
  const hosts = site.hosts.filter((host) => owners.get(host) === site);
  const records = recordsOfHosts(hosts, compiled.record, own);
  let bytes = 0;
  for (const [key, value] of own.items) bytes += bytesIn(key) + bytesIn(value);
  for (const { host, record } of records) bytes += bytesIn(host) + bytesIn(record) + hostBytes;
  return { site, compiled, items: own.items, records, bytes };
}

/** Sites whose items lie together. */
export class Store {
  readonly sites: Pick<Part, 'site' | 'compiled'>[] = [];
  /** At most. */
  bytes = 0;
  private readonly store = new ItemStore();
  private readonly records: HostRecord[] = [];

  get hosts(): string[] {
    return this.records.map(({ host }) => host);
  }

  add({ site, compiled, items, records, bytes }: Part): void {
    this.sites.push({ site, compiled });
    this.bytes += bytes;
    for (const record of records) this.records.push(record);
    for (const [key, value] of items) put(this.store.items, key, value);
  }

  finish(generation: number): ReadonlyMap<string, string> {
    for (const [key, record] of hostItems(this.records, this.store)) {
      put(this.store.items, key, versioned({ generation, record }));
    }
    return this.store.items;
  }
}
