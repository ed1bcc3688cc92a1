import { handlerCode } from './handler-code';

/** The function's code for a generation: all else that differs between rule sets is in the store. */
export const functionCode = (generation: number): string =>
  handlerCode.replace('const GENERATION=1;', `const GENERATION=${generation};`);
