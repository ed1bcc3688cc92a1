import { Command } from 'commander';
import type { Io } from '../../io';
import { compiledStores } from '../../redirects/compiled';
import { type CompiledFolder, compiledText, hostsIn, writeCompiled } from '../../redirects/compiled-folder';
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
KeyValueStore as CreateKeyValueStore imports them from S3; stats.json, what they take of the quotas; hosts.txt, the hosts
that they answer. Rules that one store does not hold, with room for a second generation of what changes, are divided by
their hosts: the folder then has store-1, store-2 and so on, each for a distribution of its own. What the folder has from
before says where each host is: there it stays, as long as the store holds it.

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
    .option(
      '--json',
      'print one JSON document {output, hosts, stats, exceeded}, or {output, stores} with such for each',
    )
    .addHelpText(
      'after',
      help + exitCodesOf('it is written, but exceeds a quota, or CloudFront would refuse the code'),
    )
    .action((file: string, options: CompileOptions) => finish(runCompile(file, options, io)));
}

/** @returns the exit code. */
function runCompile(file: string, { output, generation, json }: CompileOptions, io: Io): number {
  const folders = writeCompiled(output, compiledStores(rulesIn(file), generation, hostsIn(output)));
  io.out(json ? `${JSON.stringify(documentOf(output, folders), null, 2)}\n` : compiledText(output, folders));
  return folders.some(({ exceeded }) => exceeded.length > 0) ? exitCodes.failed : exitCodes.passed;
}

function documentOf(output: string, folders: readonly CompiledFolder[]): object {
  const [only, ...others] = folders;
  return only !== undefined && others.length === 0 ? only : { output, stores: folders };
}
