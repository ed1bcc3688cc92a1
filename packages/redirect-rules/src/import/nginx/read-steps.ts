import { Refusal, type Reporter } from '../report';
import { type Directive, wordsOf } from './directives';
import { readHeaders } from './read-headers';
import type { IfStep, ReturnStep, RewriteStep, Step, Test } from './server';

const stepNames: ReadonlySet<string> = new Set(['if', 'return', 'rewrite']);
export const isStep = ({ name }: Directive): boolean => stepNames.has(name);

/** The rewrite phase of a server, a location or an `if`, in its order; what cannot be read is reported. */
export function readSteps(directives: readonly Directive[], report: Reporter): Step[] {
  return directives.filter(isStep).flatMap((directive) => {
    try {
      return [{ ...readStep(directive, report), lastLine: directive.lastLine }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report.refusedWith(error, directive, wordsOf(directive));
      return [];
    }
  });
}

function readStep(directive: Directive, report: Reporter): Step {
  switch (directive.name) {
    case 'return':
      return readReturn(directive);
    case 'rewrite':
      return readRewrite(directive);
    default:
      return readIf(directive, report);
  }
}

/** `return code [text]`, or `return URL` for 302. */
export function readReturn({ args, line, comment }: Directive): ReturnStep {
  const [first = '', text] = args;
  const about = comment === undefined ? {} : { comment };
  const head = { kind: 'return', line, ...about } as const;
  if (/^\d{1,3}$/.test(first) && args.length <= 2)
    return { ...head, status: Number(first), ...(text === undefined ? {} : { text }) };
  if (/^(https?:\/\/|\$scheme)/.test(first) && args.length === 1)
    return { ...head, status: 302, text: first };
  throw new Refusal(line, `return ${args.join(' ')}`, 'it must be a status with a text, or a URL');
}

const flags: Readonly<Record<string, 301 | 302>> = { permanent: 301, redirect: 302 };

/** `rewrite regex replacement [flag]`, where it redirects. */
export function readRewrite({ args, line, comment }: Directive): RewriteStep {
  const [regex = '', replacement = '', flag] = args;
  const what = `rewrite ${args.join(' ')}`;
  if (replacement === '' || args.length > 3)
    throw new Refusal(line, what, 'it must be a regex and a replacement');
  const isAbsolute = /^(https?:\/\/|\$scheme)/.test(replacement);
  const status = flags[flag ?? ''] ?? (isAbsolute ? 302 : undefined);
  if (status === undefined) {
    const why =
      'it goes on inside of nginx with another path; write the redirect that comes of it in the end';
    throw new Refusal(line, what, why);
  }
  const keepsQuery = !replacement.endsWith('?');
  const target = keepsQuery ? replacement : replacement.slice(0, -1);
  const about = comment === undefined ? {} : { comment };
  return { kind: 'rewrite', line, ...about, regex, status, target, keepsQuery };
}

function readIf(directive: Directive, report: Reporter): IfStep {
  const { args, line, headLine, comment, block } = directive;
  const test = readTest(args, line);
  const inner = block ?? [];
  for (const child of inner.filter((one) => !isStep(one) && one.name !== 'add_header'))
    report.refused(
      child.line,
      wordsOf(child),
      'only return, rewrite and add_header can be told of an "if"',
      child.lastLine,
    );
  for (const nested of inner.filter(({ name }) => name === 'if'))
    throw new Refusal(nested.line, 'if', 'nginx allows no "if" within another');
  const headers = readHeaders(inner, report);
  report.converted(line, wordsOf(directive), 'a condition of rules', headLine);
  const about = comment === undefined ? {} : { comment };
  const own = headers === undefined ? {} : { headers };
  return { kind: 'if', line, ...about, test, ...own, steps: readSteps(inner, report) };
}

const operators: ReadonlySet<string> = new Set(['=', '!=', '~', '~*', '!~', '!~*']);

/** The words between the parentheses, which stick to the first and the last of them. */
export function readTest(args: readonly string[], line: number): Test {
  const what = `if ${args.join(' ')}`;
  const words = [...args];
  if (words[0] === '(') words.shift();
  else words[0] = (words[0] ?? '').replace(/^\(/, '');
  const last = words.at(-1) ?? '';
  if (last === ')') words.pop();
  else words[words.length - 1] = last.replace(/\)$/, '');
  const [variable = '', operator, value] = words;
  if (!/^\$\w+$/.test(variable))
    throw new Refusal(line, what, 'only a variable can be asked for, not files and directories');
  const name = variable.slice(1).toLowerCase();
  if (words.length === 1) return { variable: name, value: '' };
  if (words.length !== 3 || operator === undefined || value === undefined || !operators.has(operator))
    throw new Refusal(line, what, 'it must be a variable, or a variable compared with a text or a regex');
  return { variable: name, operator: operator as NonNullable<Test['operator']>, value };
}
