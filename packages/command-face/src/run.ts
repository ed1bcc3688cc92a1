import { type Command, CommanderError } from 'commander';
import { exitCodes } from './exit-codes';
import type { Finish } from './lazily';

/** How a program ends where its words were understood, and something was thrown all the same. */
type Ending = (error: unknown) => number;

/** Runs a program with these words. @returns its exit code */
export async function runProgram(
  words: readonly string[],
  programOf: (finish: Finish) => Command | Promise<Command>,
  ending: Ending,
): Promise<number> {
  let exitCode: number = exitCodes.passed;
  const program = await programOf((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.badInput;
    return ending(error);
  }
}
