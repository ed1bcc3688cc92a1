import { join } from 'node:path';
import { limits } from '@cutover/edge-functions';
import type { Compiled } from '@cutover/redirect-rules';
import { makeFolder, writeTextFile } from '../files';
import { exceededBy } from './compiled';
import { counted } from './counted';

/** A function with its store, as files. */
export interface CompiledFolder {
  readonly output: string;
  readonly hosts: readonly string[];
  readonly stats: Compiled['stats'];
  /** What CloudFront would refuse. */
  readonly exceeded: readonly string[];
}

/** One store's files go into the folder itself, those of several into `store-1`, `store-2` and so on. */
export function writeCompiled(output: string, stores: readonly Compiled[]): CompiledFolder[] {
  const [only, ...others] = stores;
  if (only !== undefined && others.length === 0) return [writeFiles(output, only)];
  return stores.map((store, at) => writeFiles(join(output, `store-${at + 1}`), store));
}

function writeFiles(output: string, compiled: Compiled): CompiledFolder {
  const { functionCode, hosts, items, stats } = compiled;
  const data = Array.from(items, ([key, value]) => ({ key, value }));
  makeFolder(output);
  writeTextFile(join(output, 'function.js'), functionCode);
  writeTextFile(join(output, 'items.json'), `${JSON.stringify({ data })}\n`);
  writeTextFile(join(output, 'stats.json'), `${JSON.stringify(stats, null, 2)}\n`);
  writeTextFile(join(output, 'hosts.txt'), hosts.map((host) => `${host}\n`).join(''));
  return { output, hosts, stats, exceeded: exceededBy(compiled) };
}

export function compiledText(output: string, folders: readonly CompiledFolder[]): string {
  const isDivided = folders.length > 1;
  const rules = folders.reduce((sum, { stats }) => sum + stats.rules, 0);
  return [
    ...folders.flatMap((folder) => (isDivided ? [`${folder.output}:`, ...linesOf(folder)] : linesOf(folder))),
    ...(isDivided
      ? [
          `${counted(rules, 'rule')} take ${folders.length} stores: each folder is for a distribution of its own, whose aliases are in its hosts.txt.`,
        ]
      : []),
    `Written to ${output}.`,
    '',
  ].join('\n');
}

function linesOf({ stats, exceeded }: CompiledFolder): string[] {
  const share = (bytes: number, limit: number): string => `${((100 * bytes) / limit).toFixed(1)} %`;
  return [
    `function.js  ${stats.codeBytes} bytes, ${share(stats.codeBytes, limits.codeBytes)} of what a function may have`,
    `items.json   ${stats.items} items, ${stats.bytes} bytes, ${share(stats.bytes, limits.storeBytes)} of a store; the largest value has ${stats.largestValueBytes}`,
    `${stats.rules} rules for ${stats.hosts} hosts: ${stats.bytesPerRedirect.toFixed(1)} bytes a rule, at most ${stats.maxReads} key reads a request`,
    ...exceeded.map((words) => `Exceeded: ${words}`),
  ];
}
