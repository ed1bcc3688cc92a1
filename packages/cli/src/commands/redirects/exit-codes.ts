/** The exit codes as the help page of a command shows them; `failed` says what 1 stands for, where it can be. */
export const exitCodesOf = (failed?: string): string => `
Exit codes:
  0  it worked${failed === undefined ? '' : `\n  1  ${failed}`}
  2  bad input or usage: one line on standard error says what to mend (CUTOVER_DEBUG=1 shows the stack)`;
