import { runProgram } from '@cutover/command-face';
import { Command } from 'commander';
import { contractCommand } from './commands/contract';
import { copyCommand } from './commands/copy';
import { faultsCommand } from './commands/faults';
import { localCommand } from './commands/local';
import { newCommand } from './commands/new';
import { planCommand } from './commands/plan';
import { redirectsCommand } from './commands/redirects';
import { rehearseCommand } from './commands/rehearse';
import { resumeCommand } from './commands/resume';
import { versionCommand } from './commands/version';
import { watchCommand } from './commands/watch';
import type { Io } from './io';
import { exitCodes, exitCodesHelp, UserError } from './user-error';

/**
 * Runs `cutover` with these words.
 * @returns the exit code: 0 passed, 1 the verdict is FAILED, 2 bad input or usage.
 */
export function main(words: readonly string[], io: Io): Promise<number> {
  return runProgram(
    words,
    (finish) => programOf(io, finish),
    (error) => failure(error, io),
  );
}

function programOf(io: Io, finish: (exitCode: number) => void): Command {
  const program = new Command('cutover')
    .description(
      'Rehearse, on this machine, a move of domain names between CloudFront distributions; write rules for redirects.',
    )
    .addHelpText('after', `\nExample:\n  $ cutover rehearse examples/cross-account\n${exitCodesHelp}`);
  const commands = [
    newCommand(io, finish),
    rehearseCommand(io, finish),
    localCommand(io),
    contractCommand(io, finish),
    copyCommand(io, finish),
    planCommand(io, finish),
    resumeCommand(io, finish),
    watchCommand(io, finish),
    redirectsCommand(io, finish),
    faultsCommand(io),
    versionCommand(io),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of withSubcommands(program))
    command.exitOverride().configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(`cutover: ${oneLine(text)} (see ${pathOf(command)} --help)\n`),
    });
  return program;
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap((each) => withSubcommands(each as Command)),
];

/** One line for what the user can mend; a defect of ours keeps its stack, but only for those who ask. */
function failure(error: unknown, io: Io): number {
  const known = error instanceof UserError;
  const message = error instanceof Error ? error.message : String(error);
  if (io.env.CUTOVER_DEBUG === '1' && error instanceof Error) io.err(`${error.stack}\n`);
  else if (known) io.err(`cutover: ${message}\n`);
  else
    io.err(
      `cutover: defect: ${message.split('\n')[0]} (please report it; CUTOVER_DEBUG=1 shows the stack)\n`,
    );
  return exitCodes.badInput;
}

/** `cutover redirects check`: the page of help that is about it. */
const pathOf = (command: Command): string =>
  [...(command.parent === null ? [] : [pathOf(command.parent)]), command.name()].join(' ');

/** commander puts its guess at what was meant on a line of its own, and our words behind a full stop. */
const oneLine = (text: string): string =>
  text
    .replace(/^error: /, '')
    .replace(/ is invalid\. (?=[a-z])/, ' is invalid: ')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
