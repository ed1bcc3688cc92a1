import { type ExitCodeWords, exitCodesLines } from '@cutover/command-face';

export { exitCodes, UserError } from '@cutover/command-face';

/** The exit codes as the help pages show them. */
export const exitCodesHelpOf = (words: ExitCodeWords): string =>
  `${exitCodesLines(words)} (CUTOVER_DEBUG=1 shows the stack)`;

export const exitCodesHelp = exitCodesHelpOf({
  passed: 'it worked; for a rehearsal: the verdict is PASSED',
  failed: 'the verdict is FAILED',
});
