import { ItemStore, put } from '../layout/address';
import { functionCode } from '../layout/function/code';
import { bytesIn } from '../layout/limits';
import type { RuleSet, Site } from '../model/rule-set';
import { versioned } from './generations';
import { hostItems, recordsOfHosts } from './hosts';
import { type CompiledSite, compileSite } from './site';

/** What goes to CloudFront. */
export interface Compiled {
  /** The function; it differs between rule sets in its generation alone. */
  readonly functionCode: string;
  /** Of one KeyValueStore, by key. */
  readonly items: ReadonlyMap<string, string>;
  readonly stats: CompileStats;
}

export interface CompileStats {
  readonly codeBytes: number;
  /** Keys and values, as a store counts them. */
  readonly bytes: number;
  readonly items: number;
  readonly largestValueBytes: number;
  readonly hosts: number;
  readonly rules: number;
  /** Rules that an index finds; the others are tried one by one. */
  readonly indexedRules: number;
  readonly buckets: number;
  readonly bytesPerRedirect: number;
  /** Most keys that any request makes the function read; such that are not there count too. */
  readonly maxReads: number;
}

export interface CompileOptions {
  /** Which version of the hosts' records the function may see; at least 1. */
  readonly generation?: number;
}

/**
 * The second evaluator: a function, and the items that it reads. Linear in the rules; equal rules give equal items.
 * @throws RuleProblem for a rule that engines would not read alike, SiteProblem for a site that the layout cannot hold,
 * AddressProblem (about never, see `ItemStore`)
 */
export function compile(rules: RuleSet, { generation = 1 }: CompileOptions = {}): Compiled {
  const store = new ItemStore();
  const sites = rules.sites.map((site) => ({ site, compiled: compileSite(site, store) }));
  const hosts = ownHosts(rules.sites);
  const records = sites.flatMap(({ site, compiled }) =>
    recordsOfHosts(
      site.hosts.filter((host) => hosts.get(host) === site),
      compiled.record,
      store,
    ),
  );
  for (const [key, record] of hostItems(records, store)) {
    put(store.items, key, versioned(generation, record));
  }
  const code = functionCode(generation);
  return { functionCode: code, items: store.items, stats: statsOf(code, store.items, sites) };
}

/** Of two sites with one host, which a check refuses, the first has it. */
function ownHosts(sites: readonly Site[]): ReadonlyMap<string, Site> {
  const owners = new Map<string, Site>();
  for (const site of sites) {
    for (const host of site.hosts) if (!owners.has(host)) owners.set(host, site);
  }
  return owners;
}

interface Pair {
  readonly site: Site;
  readonly compiled: CompiledSite;
}

function statsOf(code: string, items: ReadonlyMap<string, string>, sites: readonly Pair[]): CompileStats {
  let bytes = 0;
  let largestValueBytes = 0;
  for (const [key, value] of items) {
    const valueBytes = bytesIn(value);
    bytes += bytesIn(key) + valueBytes;
    largestValueBytes = Math.max(largestValueBytes, valueBytes);
  }
  const sum = (of: (pair: Pair) => number): number => sites.reduce((total, pair) => total + of(pair), 0);
  const rules = sum(({ site }) => site.rules.length);
  return {
    codeBytes: bytesIn(code),
    bytes,
    items: items.size,
    largestValueBytes,
    hosts: sum(({ site }) => site.hosts.length),
    rules,
    indexedRules: sum(({ compiled }) => compiled.indexedRules),
    buckets: sum(({ compiled }) => compiled.bucketCount),
    bytesPerRedirect: rules === 0 ? 0 : bytes / rules,
    maxReads: Math.max(0, ...sites.map(({ site, compiled }) => readsOf(site, compiled, items))),
  };
}

function readsOf(site: Site, compiled: CompiledSite, items: ReadonlyMap<string, string>): number {
  return Math.max(0, ...site.hosts.map((host) => hostReads(host, items) + compiled.reads));
}

/** From the first key to the site's record. A wildcard's comes after the name's, which is not there. */
function hostReads(host: string, items: ReadonlyMap<string, string>): number {
  if (!host.startsWith('*.')) return (items.get(`h:${host}`) ?? '').includes('\n+') ? 2 : 1;
  const labels = host.slice(2).split('.');
  const reads = labels.length > 1 ? 2 : 3;
  return reads + chainReads(items.get(`w:${labels.slice(-2).join('.')}`) ?? '', host, items);
}

/** Items between that of the wildcards and the record. */
function chainReads(item: string, host: string, items: ReadonlyMap<string, string>): number {
  const sections = item.split('\n>').slice(1);
  const own = sections.find((section) => section.startsWith(`${host.slice(1)}\n`));
  if (own !== undefined) return own.startsWith(`${host.slice(1)}\n+`) ? 1 : 0;
  const next = /\+(.{7})$/.exec(item)?.[1];
  return next === undefined ? 0 : 1 + chainReads(`\n${items.get(`r:${next}`) ?? ''}`, host, items);
}
