/** What every command ends with; documented in its `--help`. */
export const exitCodes = { passed: 0, failed: 1, badInput: 2 } as const;

/** What the exit codes of a command stand for; without `failed` it has none of 1. */
export interface ExitCodeWords {
  readonly passed: string;
  readonly failed?: string | undefined;
  readonly badInput?: string;
}

/** The exit codes as a help page shows them; its last line may be gone on with. */
export const exitCodesLines = ({
  passed,
  failed,
  badInput = 'bad input or usage',
}: ExitCodeWords): string => `
Exit codes:
  0  ${passed}${failed === undefined ? '' : `\n  1  ${failed}`}
  2  ${badInput}: one line on standard error says what to mend`;
