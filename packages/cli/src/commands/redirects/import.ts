import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AuthorFile, type ImportEntry, type ImportReport, writeReadable } from '@cutover/redirect-rules';
import { Command, InvalidArgumentError, Option } from 'commander';
import { checkWritable, writeTextFile } from '../../files';
import type { Io } from '../../io';
import { counted } from '../../redirects/counted';
import { importers } from '../../redirects/importers';
import { importedText } from '../../redirects/text-file';
import { exitCodes, UserError } from '../../user-error';
import { exitCodesOf } from './exit-codes';

interface ImportOptions {
  readonly format: string;
  readonly output: string;
  readonly host?: string;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

const help = `
The report says of every place in the file that it was converted, changed on purpose (the rules answer otherwise than
the other engine did), or refused; what was refused is not in the rules, and a person has to decide.

Examples:
  $ cutover redirects import --format refractr --output rules.yml prod-refractr.yml
  $ cutover redirects import --format netlify --host www.example.com --output rules.yml _redirects
  $ cutover redirects import --format csv --output rules.yml --json bulk-redirects.csv
`;

export function importCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('import')
    .description(
      "Write rules that answer as another engine's file does, and report what became of every line.",
    )
    .argument('<file>', 'what to import')
    .addOption(
      new Option('--format <name>', 'what the file is').choices(Object.keys(importers)).makeOptionMandatory(),
    )
    .requiredOption('--output <rules>', 'the rule file to write')
    .option(
      '--host <name>',
      'whose paths these are, where the file says paths alone (netlify, csv)',
      hostOption,
    )
    .option('--verbose', 'list what was converted too')
    .option('--json', 'print the report as one JSON document {output, converted, changed, refused}')
    .addHelpText(
      'after',
      help +
        exitCodesOf('something was refused; everything else is in the rules', 'all of it is in the rules'),
    )
    .action((file: string, options: ImportOptions) => finish(runImport(file, options, io)));
}

const namesHosts = ['refractr', 'nginx'];

function hostOption(text: string): string {
  if (!/^(?:\*\.)?(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]+$/i.test(text))
    throw new InvalidArgumentError('write a name such as www.example.com.');
  return text.toLowerCase();
}

/** @returns the exit code. */
function runImport(file: string, options: ImportOptions, io: Io): number {
  if (options.host !== undefined && namesHosts.includes(options.format))
    throw new UserError(
      `--host is for files of paths alone: one of --format ${options.format} names its hosts`,
    );
  const text = importedText(file);
  refuseSame(file, options.output);
  checkWritable(options.output);
  const { file: rules, report } = importers[options.format]!(text, file, {
    host: options.host,
    wildcards: (name) => wildcardsIn(join(dirname(file), name)),
  });
  const isEmpty = rules.Sites.length === 0;
  if (!isEmpty) writeTextFile(options.output, readableText(rules, options.output));
  const output = isEmpty ? undefined : options.output;
  if (options.json) io.out(`${JSON.stringify({ output: output ?? null, ...report }, null, 2)}\n`);
  else io.out(inWords(file, report, output, options.verbose));
  if (isEmpty)
    throw new UserError(
      `${file}: there is no redirect in it that --format ${options.format} could convert; is it of another format?`,
    );
  return report.refused.length > 0 ? exitCodes.failed : exitCodes.passed;
}

/** @throws UserError for rules that are too many for one file */
function readableText(rules: AuthorFile, output: string): string {
  const written = writeReadable(rules);
  if ('text' in written) return written.text;
  const count = rules.Sites.reduce((sum, { Rules: own = [] }) => sum + own.length, 0);
  throw new UserError(
    `${output}: ${counted(count, 'rule')} are too many for one rule file, as ${written.tooLarge}; divide the list by its hosts, and import each part into a file of its own`,
  );
}

/** What is imported is somebody's original. */
function refuseSame(file: string, output: string): void {
  if (existsSync(output) && realpathSync(output) === realpathSync(file))
    throw new UserError(`${output}: is the file to import; name another with --output`);
}

const wildcardsIn = (file: string): string[] | undefined =>
  existsSync(file)
    ? importedText(file)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : undefined;

function inWords(
  file: string,
  { converted, changed, refused }: ImportReport,
  output: string | undefined,
  isVerbose = false,
): string {
  const lines = (entries: readonly ImportEntry[]): string =>
    entries.map(({ line, what, why }) => `  ${file}:${line}: ${what}: ${why}\n`).join('');
  const section = (title: string, entries: readonly ImportEntry[]): string =>
    entries.length === 0 ? '' : `${title}:\n${lines(entries)}`;
  return [
    isVerbose ? section('Converted', converted) : '',
    section('Changed on purpose', changed),
    section('Refused', refused),
    `${converted.length} converted, ${changed.length} changed on purpose, ${refused.length} refused; `,
    output === undefined ? 'nothing was written.\n' : `the rules are in ${output}.\n`,
  ].join('');
}
