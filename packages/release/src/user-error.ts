/**
 * Something that the person at the keyboard can mend: a file, an option, an answer of AWS. It is shown as one line and
 * ends the command with exit code 2; anything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What every command ends with; documented in its `--help`. */
export const exitCodes = { passed: 0, failed: 1, badInput: 2 } as const;

export const exitCodesHelp = `
Exit codes:
  0  it worked
  1  a check failed, or AWS refused a type
  2  bad input or usage: one line on standard error says what to mend`;
