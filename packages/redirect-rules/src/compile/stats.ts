import { budgets, bytesIn } from '../layout/limits';
import type { Site } from '../model/rule-set';
import type { CompiledSite } from './site';
import { versionsOf } from './versions';

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
  /** Most keys that a request makes the function read; such that are not there count too. A port behind the name: one more. */
  readonly maxReads: number;
  /** Sites whose requests may take more than the budget. */
  readonly slowSites: readonly SlowSite[];
}

export interface SlowSite {
  readonly site: string;
  /** Most of any request. */
  readonly reads: number;
}

export interface Pair {
  readonly site: Site;
  readonly compiled: CompiledSite;
}

export function statsOf(
  code: string,
  items: ReadonlyMap<string, string>,
  sites: readonly Pair[],
): CompileStats {
  let bytes = 0;
  let largestValueBytes = 0;
  for (const [key, value] of items) {
    const valueBytes = bytesIn(value);
    bytes += bytesIn(key) + valueBytes;
    largestValueBytes = Math.max(largestValueBytes, valueBytes);
  }
  const sum = (of: (pair: Pair) => number): number => sites.reduce((total, pair) => total + of(pair), 0);
  const reads = sites.map(({ site, compiled }) => ({
    site: site.id,
    reads: readsOf(site, compiled, items),
  }));
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
    maxReads: most(reads, (each) => each.reads),
    slowSites: reads.filter((each) => each.reads > budgets.keyReads),
  };
}

/** There may be more than a call takes arguments. */
const most = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((found, each) => Math.max(found, of(each)), 0);

const readsOf = (site: Site, compiled: CompiledSite, items: ReadonlyMap<string, string>): number =>
  most(site.hosts, (host) => hostReads(host, items) + compiled.reads);

/** From the first key to the site's record. A wildcard's comes after the name's, which is not there. */
function hostReads(host: string, items: ReadonlyMap<string, string>): number {
  const recordOf = (key: string): string => versionsOf(items.get(key) ?? '')[0]?.record ?? '';
  if (!host.startsWith('*.')) return recordOf(`h:${host}`).startsWith('+') ? 2 : 1;
  const labels = host.slice(2).split('.');
  const reads = labels.length > 1 ? 2 : 3;
  return reads + chainReads(recordOf(`w:${labels.slice(-2).join('.')}`), host, items);
}

/** Items between that of the wildcards and the record. */
function chainReads(record: string, host: string, items: ReadonlyMap<string, string>): number {
  const sections = `\n${record}`.split('\n>').slice(1);
  const own = sections.find((section) => section.startsWith(`${host.slice(1)}\n`));
  if (own !== undefined) return own.startsWith(`${host.slice(1)}\n+`) ? 1 : 0;
  const next = /\+(.{7})\n$/.exec(record)?.[1];
  return next === undefined ? 0 : 1 + chainReads(items.get(`r:${next}`) ?? '', host, items);
}
