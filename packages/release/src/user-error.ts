import { exitCodesLines } from '@cutover/command-face';

export { exitCodes, UserError } from '@cutover/command-face';

export const exitCodesHelp = exitCodesLines({
  passed: 'it worked',
  failed: 'a check failed, or AWS refused a type',
});
