import { generationText } from '../grammar';
import { handlerCode } from './handler-code';

/** The function's code for a generation: all else that differs between rule sets is in the store. */
export const functionCode = (generation: number): string =>
  handlerCode.replace("const NEWER='000002'", `const NEWER='${generationText(generation + 1)}'`);
