import { spawnSync } from 'node:child_process';
import { compileStores } from '@cutover/redirect-rules';
import { bulkRules } from '../../../packages/redirect-rules/test/support/bulk';
import { type Row, rowOf } from '../compare';
import { straightforwardItems } from './straightforward';

/** What a compile took, and what it made. */
export interface Compiling {
  readonly ms: number;
  /** Growth of what the process holds of memory, at its highest. */
  readonly megabytes: number;
  readonly bytes: number;
  readonly items: number;
  readonly stores: number;
  /** Calls of UpdateKeys, which takes 50 keys. */
  readonly updateCalls: number;
}

type Compiler = 'ours' | 'straightforward';
export type Stores = readonly ReadonlyMap<string, string>[];

const keysPerCall = 50;
/** Hosts of 10,000 paths where one would be too many for a store. */
const hostsOf = (redirects: number): number => (redirects > 100_000 ? redirects / 10_000 : 1);

/** Each measurement has a process of its own, in which nothing was done before. */
export function compileRows(redirects: number, rounds: number): Row[] {
  const samples = Array.from({ length: rounds }, () => ({
    ours: inOwnProcess('ours', redirects),
    peer: inOwnProcess('straightforward', redirects),
  }));
  const row = (what: string, unit: string, of: (one: Compiling) => number): Row =>
    rowOf(
      {
        name: `compile ${redirects.toLocaleString('en')} redirects${what}`,
        unit,
        against: 'one key a redirect, JSON values',
      },
      samples.map(({ ours, peer }) => ({ ours: of(ours), peer: of(peer) })),
    );
  return [
    row('', 'ms', ({ ms }) => ms),
    // Of fewer it is less than a process takes by itself.
    ...(redirects < 100_000 ? [] : [row(': memory', 'MB', ({ megabytes }) => megabytes)]),
    row(': bytes of each', 'bytes', ({ bytes }) => bytes / redirects),
    row(': items', 'items', ({ items }) => items),
    row(': stores', 'stores', ({ stores }) => stores),
    row(': UpdateKeys calls', 'calls', ({ updateCalls }) => updateCalls),
  ];
}

function inOwnProcess(compiler: Compiler, redirects: number): Compiling {
  const call = `require(${JSON.stringify(__filename)}).compileOnce(${JSON.stringify(compiler)}, ${redirects})`;
  const options = ['--expose-gc', '--max-old-space-size=4096', '-e', `console.log(JSON.stringify(${call}))`];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${call}: ${stderr}`);
  return JSON.parse(stdout) as Compiling;
}

/** Runs in the process of the measurement. */
export function compileOnce(compiler: Compiler, redirects: number): Compiling {
  const rules = bulkRules({ redirects, hosts: hostsOf(redirects) });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const stores =
    compiler === 'ours'
      ? compileStores(rules).map(({ items }) => items)
      : divided(straightforwardItems(rules));
  const ms = performance.now() - started;
  const highest = Math.max(process.resourceUsage().maxRSS * 1_024, process.memoryUsage().rss);
  return { ms, megabytes: (highest - before) / 1e6, ...sizesOf(stores) };
}

/** Stores that are filled as `compileStores` fills them. */
function divided(items: ReadonlyMap<string, string>): Stores {
  const stores = [new Map<string, string>()];
  let bytes = 0;
  for (const [key, value] of items) {
    const size = Buffer.byteLength(key) + Buffer.byteLength(value);
    if (bytes + size > 0.8 * 5 * 1_024 * 1_024) {
      stores.push(new Map());
      bytes = 0;
    }
    stores.at(-1)!.set(key, value);
    bytes += size;
  }
  return stores;
}

export function sizesOf(stores: Stores): Pick<Compiling, 'bytes' | 'items' | 'stores' | 'updateCalls'> {
  let bytes = 0;
  let items = 0;
  let updateCalls = 0;
  for (const store of stores) {
    items += store.size;
    updateCalls += Math.ceil(store.size / keysPerCall);
    for (const [key, value] of store) bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  return { bytes, items, stores: stores.length, updateCalls };
}
