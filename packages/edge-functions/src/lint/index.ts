import { type AnyNode, getLineInfo, type Program, parse } from 'acorn';
import { rememberingLast } from '../remembering';
import type { LintProblem } from './problem';
import type { Finding, Parsed, Rule } from './rule';
import { asyncClosures } from './rules/async-closures';
import { awaitArguments } from './rules/await-arguments';
import { globals } from './rules/globals';
import { handler } from './rules/handler';
import { methods } from './rules/methods';
import { modules } from './rules/modules';
import { regexes } from './rules/regexes';
import { sharedState } from './rules/shared-state';
import { codeSize, size } from './rules/size';
import { syntax } from './rules/syntax';
import { namesOf } from './scope';

export type { LintProblem } from './problem';
export { regexProblem } from './rules/regexes';

const rules: readonly Rule[] = [
  size,
  modules,
  syntax,
  awaitArguments,
  asyncClosures,
  globals,
  methods,
  regexes,
  sharedState,
  handler,
];

/**
 * What CloudFront's cloudfront-js-2.0 would refuse of a function, or run otherwise than it reads.
 *
 * It allows what the developer guide lists and njs 0.7.9 runs ("JavaScript runtime 2.0 features"; the engine behaves
 * as njs 0.7 and 0.8 do, which AWS has not said). CreateFunction itself does not look so closely: optional chaining
 * and destructuring were seen to pass it and to fail when a viewer came.
 */
export function lint(code: string): LintProblem[] {
  const program = read(code);
  if ('rule' in program) return [...codeSize(code).map(problemOf('size', code)), program];
  return problemsIn({ code, program, names: namesOf(program) }, rules);
}

/** What CloudFront's engine does not compile: CreateFunction takes it, and it fails for the first viewer. */
export const compileProblem = rememberingLast((code): LintProblem | undefined => {
  const program = read(code);
  return 'rule' in program ? program : problemsIn({ code, program }, [syntax, awaitArguments])[0];
});

const problemsIn = <S extends Parsed>(source: S, wanted: readonly Rule<S>[]): LintProblem[] =>
  wanted
    .flatMap((rule) => rule.check(source).map(problemOf(rule.name, source.code)))
    .sort((one, other) => one.line - other.line || one.column - other.column);

function read(code: string): Program | LintProblem {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { pos = 0 } = error as SyntaxError & { pos?: number };
    const what = error.message.replace(/ \(\d+:\d+\)$/, '');
    const finding = { at: { start: pos }, what, instead: 'JavaScript in strict mode' };
    const isRegex = what.startsWith('Invalid regular expression');
    return problemOf(
      isRegex ? 'regex' : 'syntax',
      code,
    )(isRegex ? { ...finding, instead: 'a regex that is one in JavaScript and in PCRE alike' } : finding);
  }
}

const problemOf =
  (rule: string, code: string) =>
  ({ at, what, instead }: Finding): LintProblem => {
    const { line, column } = getLineInfo(code, (at as AnyNode).start);
    return { rule, line, column: column + 1, what, instead };
  };
