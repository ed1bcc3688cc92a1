import { join } from 'node:path';
import { limits } from '@cutover/edge-functions';
import type { Compiled } from '@cutover/redirect-rules';
import { Command } from 'commander';
import { makeFolder, writeTextFile } from '../../files';
import type { Io } from '../../io';
import { compiled, exceededBy } from '../../redirects/compiled';
import { rulesIn } from '../../redirects/rules-file';
import { exitCodes } from '../../user-error';
import { wholeOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface CompileOptions {
  readonly output: string;
  readonly generation: number;
  readonly json?: boolean;
}

const help = `
Writes into the folder: function.js, the code of the CloudFront Function (cloudfront-js-2.0); items.json, the items of its
KeyValueStore as CreateKeyValueStore imports them from S3; stats.json, what they take of the quotas.

Examples:
  $ cutover redirects compile --output build rules.yml
  $ cutover redirects compile --output build --json rules.yml | jq .stats.bytes
`;

export function compileCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('compile')
    .description('Compile rules into a CloudFront Function and the items of its KeyValueStore.')
    .argument('<rules>', 'a rule file')
    .requiredOption('--output <folder>', 'where to write; it is made if need be')
    .option('--generation <number>', 'which version of the records the function may see', wholeOption, 1)
    .option('--json', 'print one JSON document {output, stats, exceeded}')
    .addHelpText(
      'after',
      help + exitCodesOf('it is written, but exceeds a quota, or CloudFront would refuse the code'),
    )
    .action((file: string, options: CompileOptions) => finish(runCompile(file, options, io)));
}

/** @returns the exit code. */
function runCompile(file: string, { output, generation, json }: CompileOptions, io: Io): number {
  const result = compiled(rulesIn(file), generation);
  const { functionCode, items, stats } = result;
  const exceeded = exceededBy(result);
  makeFolder(output);
  writeTextFile(join(output, 'function.js'), functionCode);
  writeTextFile(join(output, 'items.json'), `${JSON.stringify({ data: dataOf(items) })}\n`);
  writeTextFile(join(output, 'stats.json'), `${JSON.stringify(stats, null, 2)}\n`);
  io.out(
    json ? `${JSON.stringify({ output, stats, exceeded }, null, 2)}\n` : inWords(output, result, exceeded),
  );
  return exceeded.length > 0 ? exitCodes.failed : exitCodes.passed;
}

const dataOf = (items: Compiled['items']) => Array.from(items, ([key, value]) => ({ key, value }));

const inWords = (output: string, { stats }: Compiled, exceeded: readonly string[]): string => {
  const share = (bytes: number, limit: number): string => `${((100 * bytes) / limit).toFixed(1)} %`;
  return [
    `function.js  ${stats.codeBytes} bytes, ${share(stats.codeBytes, limits.codeBytes)} of what a function may have`,
    `items.json   ${stats.items} items, ${stats.bytes} bytes, ${share(stats.bytes, limits.storeBytes)} of a store; the largest value has ${stats.largestValueBytes}`,
    `${stats.rules} rules for ${stats.hosts} hosts: ${stats.bytesPerRedirect.toFixed(1)} bytes a rule, at most ${stats.maxReads} key reads a request`,
    ...exceeded.map((words) => `Exceeded: ${words}`),
    `Written to ${output}.`,
    '',
  ].join('\n');
};
