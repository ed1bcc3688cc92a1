import { functionCode } from '../layout/function/code';
import { budgets } from '../layout/limits';
import type { RuleSet, Site } from '../model/rule-set';
import { SiteProblem } from './problem';
import { type CompileStats, statsOf } from './stats';
import { partOf, Store } from './store';
import { dealt } from './stores';

/** What goes to CloudFront. */
export interface Compiled {
  /** The function; it differs between rule sets in its generation alone. */
  readonly functionCode: string;
  /** Those that it answers, which a distribution has to have as aliases. */
  readonly hosts: readonly string[];
  /** Of one KeyValueStore, by key. */
  readonly items: ReadonlyMap<string, string>;
  readonly stats: CompileStats;
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
  const store = new Store();
  const owners = ownHosts(rules.sites);
  for (const site of rules.sites) store.add(partOf(site, owners));
  return compiledOf(store, generation);
}

export interface StoresOptions extends CompileOptions {
  /** To be filled of each store; what is left is for the next generation's changes. */
  readonly storeBytes?: number;
  /** Hosts of each store as they were compiled before: they stay there as long as the store holds them. */
  readonly before?: readonly (readonly string[])[];
}

/**
 * The same for a set that one store does not hold: functions with a store each, for distributions that share the hosts.
 * A host that moved to another store would have to move to another distribution: so sites stay where they were, and new
 * ones go where there is room. A store that has lost all of its sites keeps its place, unless it is the last.
 * @throws SiteProblem for a site that no store holds, and as `compile`
 */
export function compileStores(
  rules: RuleSet,
  { generation = 1, storeBytes = 0.8 * budgets.storeBytes, before = [] }: StoresOptions = {},
): Compiled[] {
  const owners = ownHosts(rules.sites);
  const parts = rules.sites.map((site) => partOf(site, owners));
  const large = parts.find(({ bytes }) => bytes > budgets.storeBytes);
  if (large)
    throw new SiteProblem(
      large.site.id,
      `it takes ${large.bytes} bytes, and a store holds ${budgets.storeBytes}`,
    );
  return dealt(parts, before, storeBytes).map((store) => compiledOf(store, generation));
}

function compiledOf(store: Store, generation: number): Compiled {
  const code = functionCode(generation);
  const items = store.finish(generation);
  return { functionCode: code, hosts: store.hosts, items, stats: statsOf(code, items, store.sites) };
}

/** Of two sites with one host, which a check refuses, the first has it. */
function ownHosts(sites: readonly Site[]): ReadonlyMap<string, Site> {
  const owners = new Map<string, Site>();
  for (const site of sites) {
    for (const host of site.hosts) if (!owners.has(host)) owners.set(host, site);
  }
  return owners;
}
