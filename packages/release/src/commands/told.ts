import { answersTo } from '../answers';
import type { Outcome } from '../deliver/stage';
import type { Io } from '../io';
import { exitCodes } from '../user-error';

/** Tells what became of each type. @returns the exit code: 1 when any has failed */
export function told(outcomes: readonly Outcome[], options: { readonly json?: boolean }, io: Io): number {
  const answers = answersTo(io, options);
  for (const outcome of outcomes) {
    const { typeName, kind, says } = outcome;
    answers.add(outcome, `${typeName}: ${kind}. ${says}\n`);
  }
  answers.end();
  return outcomes.some(({ kind }) => kind === 'failed') ? exitCodes.failed : exitCodes.passed;
}
