import { commandsFor, type Finish, type Loaders, runProgram } from '@cutover/command-face';
import { Command } from 'commander';
import type { Io } from './io';
import { exitCodes, exitCodesHelp, UserError } from './user-error';

const loaders: Loaders<Io> = {
  new: async (...face) => (await import('./commands/new')).newCommand(...face),
  rehearse: async (...face) => (await import('./commands/rehearse')).rehearseCommand(...face),
  local: async (io) => (await import('./commands/local')).localCommand(io),
  contract: async (...face) => (await import('./commands/contract')).contractCommand(...face),
  copy: async (...face) => (await import('./commands/copy')).copyCommand(...face),
  plan: async (...face) => (await import('./commands/plan')).planCommand(...face),
  resume: async (...face) => (await import('./commands/resume')).resumeCommand(...face),
  watch: async (...face) => (await import('./commands/watch')).watchCommand(...face),
  redirects: async (...face) => (await import('./commands/redirects')).redirectsCommand(...face),
  faults: async (io) => (await import('./commands/faults')).faultsCommand(io),
  version: async (io) => (await import('./commands/version')).versionCommand(io),
};

/**
 * Runs `cutover` with these words.
 * @returns the exit code: 0 passed, 1 the verdict is FAILED, 2 bad input or usage.
 */
export function main(words: readonly string[], io: Io): Promise<number> {
  return runProgram(
    words,
    (finish) => programOf(words, io, finish),
    (error) => failure(error, io),
  );
}

async function programOf(words: readonly string[], io: Io, finish: Finish): Promise<Command> {
  const program = new Command('cutover')
    .description(
      'Rehearse, on this machine, a move of domain names between CloudFront distributions; write rules for redirects.',
    )
    .addHelpText('after', `\nExample:\n  $ cutover rehearse examples/cross-account\n${exitCodesHelp}`);
  for (const command of await commandsFor(words, loaders, io, finish)) program.addCommand(command);
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
