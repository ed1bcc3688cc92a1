import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { writeTextFile } from '../files';
import type { Io } from '../io';
import { folderFiles } from '../newcomer/folder-files';
import { nextRound, type Question, type Wish } from '../newcomer/questions';
import { exitCodes, exitCodesHelpOf, UserError } from '../user-error';

interface NewOptions extends Omit<Wish, 'folder'> {
  readonly json?: boolean;
}

const help = `
Example:
  $ cutover new my-move --source E1111111SOURCE --target E2222222TARGET
  (run the commands that it prints, then the same again; when nothing is missing it writes the folder)
${exitCodesHelpOf({
  passed: 'the folder can be rehearsed',
  failed: 'output of the AWS CLI is missing: the commands for it are printed; they only read',
})}`;

export function newCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('new')
    .description('Make a rehearsal folder of your own from what the AWS CLI prints.')
    .argument('<folder>', 'the folder to make')
    .option('--source <id>', 'the distribution that has the names')
    .option('--target <id>', 'the distribution that shall have them')
    .option(
      '--names <list>',
      'names to move, with commas; all aliases of the source when left out',
      namesOption,
    )
    .option('--certificate <arn>', 'for a target without a certificate: the one that the move attaches')
    .option('--source-profile <name>', "AWS CLI profile of the source's account")
    .option('--target-profile <name>', "AWS CLI profile of the target's account")
    .option('--zone-profile <name>', "AWS CLI profile of the DNS zone's account; the source's when left out")
    .option('--json', 'print one JSON document {complete, commands, written}')
    .addHelpText('after', help)
    .action((folder: string, options: NewOptions) => finish(make(folder, options, io)));
}

/** @returns the exit code. */
function make(folder: string, options: NewOptions, io: Io): number {
  const rehearsal = join(folder, 'rehearsal.yml');
  if (existsSync(rehearsal))
    throw new UserError(`${rehearsal} is there already; edit it, or delete it to have it made anew`);
  const round = nextRound({ ...options, folder });
  mkdirSync(join(folder, 'before'), { recursive: true });
  const commands = round.kind === 'ask' ? round.questions.map((each) => commandLine(folder, each)) : [];
  const files = round.kind === 'ask' ? {} : folderFiles(round.answers);
  for (const [path, text] of Object.entries(files)) writeTextFile(join(folder, path), text);
  const written = Object.keys(files).map((path) => join(folder, path));
  const complete = round.kind === 'answered';
  if (options.json) io.out(`${JSON.stringify({ complete, commands, written }, null, 2)}\n`);
  else io.out(complete ? done(folder, written) : missing(commands));
  return complete ? exitCodes.passed : exitCodes.failed;
}

const commandLine = (folder: string, { command, file }: Question): string =>
  `${command} > ${join(folder, file)}`;

const missing = (commands: readonly string[]): string =>
  `Run ${commands.length === 1 ? 'this' : 'these'} where your AWS profiles are (they only read), then the same \`cutover new\` again:\n\n${commands.map((line) => `  ${line}\n`).join('')}`;

const done = (folder: string, written: readonly string[]): string =>
  `Written: ${written.join(', ')}\nRehearse it:\n\n  npx cutover rehearse ${folder}\n`;

/** `a.example.com,b.example.com` */
const namesOption = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
