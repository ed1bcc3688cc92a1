import { runProgram } from '@cutover/command-face';
import { Command } from 'commander';
import { checkCommand } from './commands/check';
import { constructCommand } from './commands/construct';
import { deliverCommand } from './commands/deliver';
import { deregisterCommand } from './commands/deregister';
import { doctorCommand } from './commands/doctor';
import { hooksCommand } from './commands/hooks';
import { installCommand, uninstallCommand } from './commands/install';
import { lintCommand } from './commands/lint';
import { namespaceCommand } from './commands/namespace';
import { packageCommand } from './commands/package';
import { promoteCommand } from './commands/promote';
import { republishCommand } from './commands/republish';
import { rolesCommand } from './commands/roles';
import { statusCommand } from './commands/status';
import type { Io } from './io';
import { exitCodes, exitCodesHelp, UserError } from './user-error';

/**
 * Runs `release` with these words.
 * @returns the exit code: 0 it worked, 1 a check failed or AWS refused, 2 bad input or usage.
 */
export function main(words: readonly string[], io: Io): Promise<number> {
  return runProgram(
    words,
    (finish) => programOf(io, finish),
    (error) => {
      if (!(error instanceof UserError)) throw error;
      io.err(`release: ${error.message}\n`);
      return exitCodes.badInput;
    },
  );
}

function programOf(io: Io, finish: (exitCode: number) => void): Command {
  const program = new Command('release')
    .description('Take registry types from a commit to an account, and from there to the public registry.')
    .addHelpText('after', exitCodesHelp);
  const commands = [
    packageCommand(io),
    checkCommand(io, finish),
    installCommand(io),
    uninstallCommand(io),
    statusCommand(io, finish),
    deregisterCommand(io),
    promoteCommand(io, finish),
    deliverCommand(io, finish),
    republishCommand(io, finish),
    doctorCommand(io, finish),
    rolesCommand(io),
    namespaceCommand(io),
    lintCommand(io, finish),
    constructCommand(io),
    hooksCommand(io),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      outputError: (text, write) => write(`release: ${text.replace(/^error: /, '').trim()}\n`),
    });
  return program;
}
