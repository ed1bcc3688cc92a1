import { parseClass, parseEscape, readCharacter } from './parse-class';
import { type Capture, RegexProblem, type Tree, widthOf } from './tree';

/** Far above what a person writes; a rule with more would not fit a key's value of 1,024 bytes. */
const maxLength = 800;
/** PCRE goes to 65,535; a pattern so repeated has no place in a redirect. */
const maxRepeat = 1_000;

/** Where the reading is; shared by the functions of this file and of parse-class.ts. */
export interface Cursor {
  readonly source: string;
  at: number;
  captures: number;
  readonly names: string[];
}

export interface Parsed {
  readonly tree: Tree;
  /** `(?i)` stood before it. */
  readonly ignoreCase: boolean;
}

/** Reads an author's regex. @throws RegexProblem */
export function parseRegex(source: string): Parsed {
  if (source.length > maxLength) {
    throw new RegexProblem(`it has ${source.length} characters; at most ${maxLength} fit, split the rule`);
  }
  const ignoreCase = source.startsWith('(?i)');
  const cursor: Cursor = { source, at: ignoreCase ? 4 : 0, captures: 0, names: [] };
  const tree = choice(cursor);
  if (cursor.at < source.length)
    throw new RegexProblem(`")" at ${cursor.at + 1} closes nothing: write "\\)"`);
  return { tree, ignoreCase };
}

function choice(cursor: Cursor): Tree {
  const options = [sequence(cursor)];
  while (cursor.source[cursor.at] === '|') {
    cursor.at++;
    options.push(sequence(cursor));
  }
  return options.length === 1 ? options[0]! : { kind: 'choice', options };
}

function sequence(cursor: Cursor): Tree {
  const parts: Tree[] = [];
  while (cursor.at < cursor.source.length && !'|)'.includes(cursor.source[cursor.at]!)) {
    parts.push(repeated(cursor, atom(cursor)));
  }
  return { kind: 'sequence', parts };
}

function atom(cursor: Cursor): Tree {
  const next = cursor.source[cursor.at]!;
  switch (next) {
    case '^':
      cursor.at++;
      return { kind: 'start' };
    case '$':
      cursor.at++;
      return { kind: 'end' };
    case '.':
      cursor.at++;
      return { kind: 'any' };
    case '[':
      return parseClass(cursor);
    case '\\':
      return parseEscape(cursor);
    case '(':
      return group(cursor);
    case '*':
    case '+':
    case '?':
      throw new RegexProblem(`"${next}" at ${cursor.at + 1} repeats nothing: write "\\${next}"`);
    default:
      return readCharacter(cursor);
  }
}

const opening = /\((?:\?(?::|=|!|<=|<!|P?<([A-Za-z_]\w*)>))?/y;

function group(cursor: Cursor): Tree {
  const start = cursor.at;
  opening.lastIndex = start;
  const [open, name] = opening.exec(cursor.source)!;
  cursor.at += open.length;
  if (open === '(' && cursor.source[cursor.at] === '?') {
    const written = cursor.source.slice(start, start + 4);
    throw new RegexProblem(`"${written}" is not known to both engines; groups are (..), (?:..), (?<name>..)`);
  }
  const capture = open === '(' || name !== undefined ? captureOf(cursor, name) : undefined;
  const body = choice(cursor);
  if (cursor.source[cursor.at] !== ')') throw new RegexProblem(`"(" at ${start + 1} is not closed`);
  cursor.at++;
  const look = /^\(\?(<?)([=!])$/.exec(open);
  if (look === null) return { kind: 'group', capture, body };
  return lookaround(look[1] === '<', look[2] === '!', body);
}

function captureOf(cursor: Cursor, name: string | undefined): Capture {
  if (name !== undefined && cursor.names.includes(name)) {
    throw new RegexProblem(`two groups have the name "${name}"`);
  }
  if (name !== undefined) cursor.names.push(name);
  cursor.captures++;
  return { number: cursor.captures, name };
}

function lookaround(behind: boolean, negated: boolean, body: Tree): Tree {
  const { min, max } = widthOf(body);
  if (behind && min !== max) throw new RegexProblem('PCRE looks behind for texts of one length only');
  return { kind: 'look', behind, negated, body };
}

const quantifier = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})/y;

function repeated(cursor: Cursor, body: Tree): Tree {
  quantifier.lastIndex = cursor.at;
  const found = quantifier.exec(cursor.source);
  if (found === null) return body;
  const [written, least, comma, most] = found;
  cursor.at += written.length;
  const lazy = cursor.source[cursor.at] === '?';
  if (lazy) cursor.at++;
  const min = least === undefined ? (written === '+' ? 1 : 0) : Number(least);
  const max =
    written === '?' ? 1 : least === undefined || most === '' ? Infinity : Number(comma ? most : least);
  refuseRepeat(cursor, body, { min, max, written });
  return { kind: 'repeat', body, min, max, lazy };
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly written: string;
}

function refuseRepeat(cursor: Cursor, body: Tree, { min, max, written }: Bounds): void {
  if ('*+?'.includes(cursor.source[cursor.at] ?? ' ')) {
    throw new RegexProblem(`"${written}${cursor.source[cursor.at]}" is PCRE's alone: leave the last out`);
  }
  if (min > max) throw new RegexProblem(`"${written}" is out of order`);
  if (min > maxRepeat || (max !== Infinity && max > maxRepeat)) {
    throw new RegexProblem(`"${written}": at most ${maxRepeat} times`);
  }
  if (['start', 'end', 'boundary', 'look'].includes(body.kind)) {
    throw new RegexProblem(`"${written}" repeats what takes no text`);
  }
  // JavaScript refuses an empty turn of a loop, PCRE takes it and leaves the loop: captures would differ.
  if (max > 1 && widthOf(body).min === 0) {
    throw new RegexProblem(`"${written}" repeats what may be empty: let each turn take something`);
  }
}
