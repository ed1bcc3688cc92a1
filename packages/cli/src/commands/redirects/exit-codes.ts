import { exitCodesHelpOf } from '../../user-error';

/** The exit codes as the help page of a command shows them; `failed` says what 1 stands for, where it can be. */
export const exitCodesOf = (failed?: string, passed = 'it worked'): string =>
  exitCodesHelpOf({ passed, failed });
