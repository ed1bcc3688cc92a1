/**
 * Something that the person at the keyboard can mend: a file, an option, a port. It is shown as one line and
 * ends the command with exit code 2; anything else that is thrown is our own bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What every command ends with; documented in its `--help`. */
export const exitCodes = { passed: 0, failed: 1, badInput: 2 } as const;

/** What the exit codes of a command stand for; without `failed` it has none of 1. */
interface ExitCodeWords {
  readonly passed: string;
  readonly failed?: string | undefined;
  readonly badInput?: string;
}

/** The exit codes as the help pages show them. */
export const exitCodesHelpOf = ({
  passed,
  failed,
  badInput = 'bad input or usage',
}: ExitCodeWords): string => `
Exit codes:
  0  ${passed}${failed === undefined ? '' : `\n  1  ${failed}`}
  2  ${badInput}: one line on standard error says what to mend (CUTOVER_DEBUG=1 shows the stack)`;

export const exitCodesHelp = exitCodesHelpOf({
  passed: 'it worked; for a rehearsal: the verdict is PASSED',
  failed: 'the verdict is FAILED',
});
