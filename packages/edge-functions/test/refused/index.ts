import type { Refused } from '../lint-case';
import { asyncClosure, awaitInArguments } from './async';
import { modules } from './modules';
import { global, missingMethod } from './names';
import { regex } from './regexes';
import { syntax } from './syntax';
import { handler, sharedState, size } from './whole';

export const refused: readonly Refused[] = [
  ...syntax,
  ...modules,
  ...awaitInArguments,
  ...asyncClosure,
  ...global,
  ...missingMethod,
  ...regex,
  ...sharedState,
  ...handler,
  ...size,
];
