import { existsSync } from 'node:fs';
import {
  type Copy,
  CopyProblem,
  copyDistribution,
  type Reference,
  readMap,
  recreatable,
  templateText,
} from '@cutover/distribution-copy';
import { Command } from 'commander';
import { readDefinitions } from '../copy/definitions';
import { checkWritable, readJsonFile, readTextFile, writeTextFile } from '../files';
import type { Io } from '../io';
import { exitCodes, exitCodesHelpOf, UserError } from '../user-error';

interface CopyOptions {
  readonly map: string;
  readonly with: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

const help = `
Examples:
  $ aws cloudfront get-distribution-config --id E1111111SOURCE --profile source > source.json
  $ cutover copy source.json --map map.yml                    # writes map.yml, to fill in
  $ cutover copy source.json --map map.yml --with taken/ --out target.yml

Recreated when --with has their output: ${recreatable.join(', ')}
(the code of a function: aws cloudfront get-function --name NAME --stage LIVE NAME.js, beside it).
${exitCodesHelpOf({
  passed: 'the template is written',
  failed: 'something is not mapped yet: it is listed, and the map has a place for it; no template is written',
})}`;

export function copyCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('copy')
    .description("Make a template for another account's copy of a distribution, without its names.")
    .argument('<config>', 'what aws cloudfront get-distribution-config printed')
    .requiredOption('--map <file>', 'what the source refers to and what the other account has instead (YAML)')
    .option('--with <path>', 'AWS CLI output to recreate from, a file or a folder; repeatable', collect, [])
    .option('--out <file>', 'write the template there instead of to standard output')
    .option('--json', 'print one JSON document {complete, unmapped, template, notes}')
    .addHelpText('after', help)
    .action((config: string, options: CopyOptions) => finish(copy(config, options, io)));
}

const collect = (path: string, others: readonly string[]): string[] => [...others, path];

/** @returns the exit code. */
function copy(config: string, options: CopyOptions, io: Io): number {
  const document = readJsonFile(config);
  if (options.out !== undefined) checkWritable(options.out);
  const definitions = readDefinitions(options.with);
  const map = about(options.map, () => readMap(existsSync(options.map) ? readTextFile(options.map) : ''));
  const result = about(config, () => copyDistribution({ document, map, definitions }));
  if (result.kind === 'unmapped') writeTextFile(options.map, map.asking(result.references));
  else if (options.out !== undefined) writeTextFile(options.out, templateText(result.template));
  if (options.json) io.out(`${JSON.stringify(asJson(result), null, 2)}\n`);
  else tell(result, options, io);
  return result.kind === 'unmapped' ? exitCodes.failed : exitCodes.passed;
}

function about<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CopyProblem)) throw error;
    throw new UserError(`${file}: ${error.message}`);
  }
}

function tell(result: Copy, options: CopyOptions, io: Io): void {
  if (result.kind === 'unmapped') {
    const lines = result.references.map(inWords).join('\n');
    const mapped = `${options.map} has a place for each: fill it in and run this again.`;
    io.err(`Not mapped yet (${result.references.length}), so there is no template:\n${lines}\n${mapped}\n`);
    return;
  }
  if (options.out === undefined) io.out(templateText(result.template));
  else io.err(`The template is in ${options.out}.\n`);
  io.err(`To see to yourself:\n${result.notes.map((note) => `  - ${note}\n`).join('')}`);
}

const inWords = ({ kind, value, paths }: Reference): string =>
  `  ${kind.title} ${value}\n${paths.map((path) => `    at ${path}\n`).join('')}    the other account: ${kind.lookUp}`;

const asJson = (result: Copy): object =>
  result.kind === 'template'
    ? { complete: true, unmapped: [], template: result.template, notes: result.notes }
    : {
        complete: false,
        unmapped: result.references.map(({ kind, value, paths }) => ({
          section: kind.name,
          title: kind.title,
          value,
          paths,
          lookUp: kind.lookUp,
        })),
      };
