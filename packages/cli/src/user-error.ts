/**
 * Something that the person at the keyboard can mend: a file, an option, a port. It is shown as one line and
 * ends the command with exit code 2; anything else that is thrown is our own bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What every command ends with; documented in its `--help`. */
export const exitCodes = { passed: 0, failed: 1, badInput: 2 } as const;

/** The exit codes as the help pages show them. */
export const exitCodesHelp = `
Exit codes:
  0  it worked; for a rehearsal: the verdict is PASSED
  1  the verdict is FAILED
  2  bad input or usage: one line on standard error says what to mend (CUTOVER_DEBUG=1 shows the stack)`;
