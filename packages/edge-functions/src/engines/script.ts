import { type AnyNode, type Program, parse } from 'acorn';
import { isFunction, isLoop, walk } from '../lint/walk';

/** A text to put into another. */
interface Insertion {
  readonly at: number;
  readonly text: string;
  /** How much of the code it takes the place of. */
  readonly drops?: number;
}

export interface ScriptOptions {
  /** Every function and every turn of a loop counts itself in `__cutoverSteps`. */
  readonly countSteps: boolean;
  /**
   * Beyond so many each of them calls `__cutoverStop()`, which is to throw. Code that catches that comes to an end all
   * the same: each further turn and call throws again, and what lies between them has an end of its own.
   */
  readonly stopAfter?: number;
}

/**
 * The code as a script for engines that run scripts: imports become constants, in place, so that lines stay lines.
 * @throws SyntaxError
 */
export function scriptOf(
  code: string,
  { countSteps, stopAfter }: ScriptOptions,
  program = programOf(code),
): string {
  const insertions = [...imports(program), ...(countSteps ? counters(program, countUpTo(stopAfter)) : [])];
  return `'use strict';{${insertInto(code, insertions)}
${SHOWN}}`;
}

/** @throws SyntaxError */
export const programOf = (code: string): Program =>
  parse(code, { ecmaVersion: 'latest', sourceType: 'module' });

/**
 * As in a module, what the code declares is its own: on the global object of a context every use of it would take
 * microseconds, half of the time of a call.
 */
const SHOWN = "globalThis.handler = typeof handler === 'undefined' ? undefined : handler;";

/**
 * Whether the code speaks of regexes: nothing else that a function can do takes long without a call or a turn of its
 * own. String's `match` and `search` make one of a text.
 */
export function speaksOfRegexes(program: Program): boolean {
  let isFound = false;
  walk(program, (node) => {
    if (node.type === 'Literal') isFound ||= 'regex' in node || makesRegexes(String(node.value));
    if (node.type === 'Identifier') isFound ||= makesRegexes(node.name);
  });
  return isFound;
}

const makesRegexes = (word: string): boolean => ['RegExp', 'match', 'matchAll', 'search'].includes(word);

function imports(program: Program): Insertion[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ImportDeclaration') return [];
    const [specifier] = node.specifiers;
    if (node.specifiers.length !== 1 || specifier?.type !== 'ImportDefaultSpecifier') {
      throw new SyntaxError('Non-default import is not supported');
    }
    const module = JSON.stringify(node.source.value);
    const text = `const ${specifier.local.name}=__cutoverImport(${module});`;
    return [{ at: node.start, text, drops: node.end - node.start }];
  });
}

const countUpTo = (stopAfter: number | undefined): string =>
  stopAfter === undefined ? '++__cutoverSteps' : `(++__cutoverSteps>${stopAfter}&&__cutoverStop())`;

function counters(program: Program, count: string): Insertion[] {
  const insertions: Insertion[] = [];
  walk(program, (node) => {
    if (!isFunction(node) && !isLoop(node)) return;
    const { body } = node as AnyNode & { body: AnyNode };
    if (body.type === 'BlockStatement') insertions.push({ at: body.start + 1, text: `${count};` });
    else {
      const [open, close] = isFunction(node) ? [`(${count},`, ')'] : [`{${count};`, '}'];
      insertions.push({ at: body.start, text: open }, { at: body.end, text: close });
    }
  });
  return insertions;
}

function insertInto(code: string, insertions: readonly Insertion[]): string {
  let text = '';
  let done = 0;
  // Where two end at one place, the inner one was found later and closes first.
  const inOrder = insertions.toReversed().sort((one, other) => one.at - other.at);
  for (const { at, text: inserted, drops = 0 } of inOrder) {
    text += code.slice(done, at) + inserted;
    done = at + drops;
  }
  return text + code.slice(done);
}
