import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '@cutover/edge-functions';
import type { Compiled } from '@cutover/redirect-rules';
import { makeFolder, readTextFile, writeTextFile } from '../files';
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

/** Hosts of each store as they were written last: there they are to stay. */
export function hostsIn(output: string): string[][] {
  const folders = storesIn(output);
  const hostsOf = (folder: string): string[] => readTextFile(join(folder, HOSTS)).split('\n').filter(Boolean);
  return (folders.length > 0 ? folders : [output])
    .filter((folder) => existsSync(join(folder, HOSTS)))
    .map(hostsOf);
}

/**
 * One store's files go into the folder itself, those of several into `store-1`, `store-2` and so on; a set that has been
 * divided stays so.
 */
export function writeCompiled(output: string, stores: readonly Compiled[]): CompiledFolder[] {
  const [only, ...others] = stores;
  if (only !== undefined && others.length === 0 && storesIn(output).length === 0)
    return [writeFiles(output, only)];
  return stores.map((store, at) => writeFiles(folderOf(output, at), store));
}

const HOSTS = 'hosts.txt';
const folderOf = (output: string, at: number): string => join(output, `store-${at + 1}`);

function storesIn(output: string): string[] {
  const folders: string[] = [];
  while (existsSync(folderOf(output, folders.length))) folders.push(folderOf(output, folders.length));
  return folders;
}

function writeFiles(output: string, compiled: Compiled): CompiledFolder {
  const { functionCode, hosts, items, stats } = compiled;
  const data = Array.from(items, ([key, value]) => ({ key, value }));
  makeFolder(output);
  writeTextFile(join(output, 'function.js'), functionCode);
  writeTextFile(join(output, 'items.json'), `${JSON.stringify({ data })}\n`);
  writeTextFile(join(output, 'stats.json'), `${JSON.stringify(stats, null, 2)}\n`);
  writeTextFile(join(output, HOSTS), hosts.map((host) => `${host}\n`).join(''));
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
