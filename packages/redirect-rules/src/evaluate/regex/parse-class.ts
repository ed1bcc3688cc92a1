import type { Cursor } from './parse';
import { type ClassItem, RegexProblem, type Shorthand, type Tree } from './tree';

export function readCharacter(cursor: Cursor): Tree {
  const code = cursor.source.codePointAt(cursor.at)!;
  cursor.at += code > 0xffff ? 2 : 1;
  return { kind: 'character', code };
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 };

/** What stands behind a backslash, the cursor being on it. */
export function parseEscape(cursor: Cursor): Tree {
  const letter = cursor.source[cursor.at + 1] ?? '';
  if (letter === 'b' || letter === 'B') {
    cursor.at += 2;
    return { kind: 'boundary', negated: letter === 'B' };
  }
  const item = escaped(cursor);
  if (item.kind === 'shorthand') return { kind: 'class', negated: false, items: [item] };
  return item;
}

type Escaped = (Tree & { kind: 'character' | 'byte' }) | { kind: 'shorthand'; letter: Shorthand };

function escaped(cursor: Cursor): Escaped {
  const rest = cursor.source.slice(cursor.at, cursor.at + 6);
  const letter = rest[1] ?? '';
  const hex = /^\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4}))/.exec(rest);
  if (hex !== null) {
    cursor.at += hex[0].length;
    const code = Number.parseInt(hex[1] ?? hex[2]!, 16);
    // PCRE without UTF takes \xe9 for a byte, JavaScript takes \u00e9 for a character.
    return { kind: hex[1] !== undefined && code > 0x7f ? 'byte' : 'character', code };
  }
  if (letter !== '' && 'dDwWsS'.includes(letter)) {
    cursor.at += 2;
    return { kind: 'shorthand', letter: letter as Shorthand };
  }
  if (letter in controls && !/^\\0\d/.test(rest)) {
    cursor.at += 2;
    return { kind: 'character', code: controls[letter]! };
  }
  if (letter === '') throw new RegexProblem('a backslash at the end: write "\\\\"');
  if (/[1-9]/.test(letter) || letter === 'k') {
    throw new RegexProblem(`"\\${letter}" refers back to a group, which the engines do differently`);
  }
  if (/[A-Za-z0-9]/.test(letter)) {
    throw new RegexProblem(`"\\${letter}" is not the same in JavaScript and PCRE: write a class, [...]`);
  }
  cursor.at++;
  return readCharacter(cursor) as Tree & { kind: 'character' };
}

/** `[...]`, the cursor being on the bracket. */
export function parseClass(cursor: Cursor): Tree {
  const start = cursor.at;
  cursor.at++;
  const negated = cursor.source[cursor.at] === '^';
  if (negated) cursor.at++;
  const items: ClassItem[] = [];
  while (cursor.source[cursor.at] !== ']') {
    if (cursor.at >= cursor.source.length) throw new RegexProblem(`"[" at ${start + 1} is not closed`);
    items.push(classItem(cursor));
  }
  cursor.at++;
  if (items.length === 0) throw new RegexProblem('an empty class: PCRE has none, write "\\[" for a bracket');
  return { kind: 'class', negated, items };
}

function classItem(cursor: Cursor): ClassItem {
  const from = classAtom(cursor);
  const isRange = cursor.source[cursor.at] === '-' && (cursor.source[cursor.at + 1] ?? ']') !== ']';
  if (!isRange) {
    return from.kind === 'shorthand' ? from : { kind: 'range', from: from.code, to: from.code };
  }
  cursor.at++;
  const to = classAtom(cursor);
  if (from.kind === 'shorthand' || to.kind === 'shorthand') {
    throw new RegexProblem('a range ends at a class: write the hyphen last, or "\\-"');
  }
  if (from.code > to.code) throw new RegexProblem('a range in a class is out of order');
  return { kind: 'range', from: from.code, to: to.code };
}

function classAtom(cursor: Cursor): Escaped {
  const two = cursor.source.slice(cursor.at, cursor.at + 2);
  if (/^\[[:.=]/.test(two)) throw new RegexProblem(`"${two}" begins a POSIX class: write "\\["`);
  if (two === '\\b') throw new RegexProblem('"\\b" in a class: write "\\x08"');
  const atom = two.startsWith('\\') ? escaped(cursor) : (readCharacter(cursor) as Escaped);
  // Matching is by byte, so a character of several bytes is no member of a class.
  if (atom.kind === 'character' && atom.code > 0x7f) {
    throw new RegexProblem(`"${String.fromCodePoint(atom.code)}" in a class: write alternatives, (?:a|b)`);
  }
  return atom;
}
