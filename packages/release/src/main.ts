import { commandsFor, type Finish, type Loaders, runProgram } from '@cutover/command-face';
import { Command } from 'commander';
import type { Io } from './io';
import { exitCodes, exitCodesHelp, UserError } from './user-error';

/** In the order of the help. */
const loaders: Loaders<Io> = {
  package: async (io) => (await import('./commands/package')).packageCommand(io),
  check: async (...face) => (await import('./commands/check')).checkCommand(...face),
  install: async (io) => (await import('./commands/install')).installCommand(io),
  uninstall: async (io) => (await import('./commands/install')).uninstallCommand(io),
  status: async (...face) => (await import('./commands/status')).statusCommand(...face),
  deregister: async (io) => (await import('./commands/deregister')).deregisterCommand(io),
  promote: async (...face) => (await import('./commands/promote')).promoteCommand(...face),
  deliver: async (...face) => (await import('./commands/deliver')).deliverCommand(...face),
  republish: async (...face) => (await import('./commands/republish')).republishCommand(...face),
  doctor: async (...face) => (await import('./commands/doctor')).doctorCommand(...face),
  roles: async (io) => (await import('./commands/roles')).rolesCommand(io),
  namespace: async (io) => (await import('./commands/namespace')).namespaceCommand(io),
  lint: async (...face) => (await import('./commands/lint')).lintCommand(...face),
  construct: async (io) => (await import('./commands/construct')).constructCommand(io),
  hooks: async (io) => (await import('./commands/hooks')).hooksCommand(io),
};

/**
 * Runs `release` with these words.
 * @returns the exit code: 0 it worked, 1 a check failed or AWS refused, 2 bad input or usage.
 */
export function main(words: readonly string[], io: Io): Promise<number> {
  return runProgram(
    words,
    (finish) => programOf(words, io, finish),
    (error) => {
      if (!(error instanceof UserError)) throw error;
      io.err(`release: ${error.message}\n`);
      return exitCodes.badInput;
    },
  );
}

async function programOf(words: readonly string[], io: Io, finish: Finish): Promise<Command> {
  const program = new Command('release')
    .description('Take registry types from a commit to an account, and from there to the public registry.')
    .addHelpText('after', exitCodesHelp);
  for (const command of await commandsFor(words, loaders, io, finish)) program.addCommand(command);
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(`release: ${text.replace(/^error: /, '').trim()}\n`),
    });
  return program;
}
