import type { ClassItem, Tree } from './tree';

/**
 * What the regex is run on. `sent`: path or query as they were sent, printable ASCII. `bytes`: the decoded path, each
 * byte a character of U+0000 to U+00FF.
 */
export type Alphabet = 'sent' | 'bytes';

export interface Printing {
  readonly alphabet: Alphabet;
  readonly ignoreCase: boolean;
}

/**
 * The regex for JavaScript and PCRE alike, without flags: letters of both cases are written out, because engines differ
 * in what they fold above ASCII; so are `.`, `$` and `\s`, in which they differ at line ends and U+00A0.
 */
export function printRegex(tree: Tree, how: Printing): string {
  switch (tree.kind) {
    case 'character':
      return character(tree.code, how);
    case 'byte':
      return literal(tree.code);
    case 'any':
      return how.alphabet === 'sent' ? '.' : '[^\\n]';
    case 'class':
      return classOf(tree, how);
    case 'start':
      return '^';
    case 'end':
      return how.alphabet === 'sent' ? '$' : `(?=\\n?${nothing})`;
    case 'finish':
      return how.alphabet === 'sent' ? '$' : nothing;
    case 'boundary':
      return tree.negated ? '\\B' : '\\b';
    case 'group':
      // Captures go by number; their names are resolved before.
      return `(${tree.capture ? '' : '?:'}${printRegex(tree.body, how)})`;
    case 'look':
      return `(?${tree.behind ? '<' : ''}${tree.negated ? '!' : '='}${printRegex(tree.body, how)})`;
    case 'repeat':
      return `${printRegex(tree.body, how)}${quantifier(tree.min, tree.max)}${tree.lazy ? '?' : ''}`;
    case 'sequence':
      return tree.parts.map((part) => printRegex(part, how)).join('');
    case 'choice':
      return tree.options.map((option) => printRegex(option, how)).join('|');
  }
}

const nothing = '(?![\\x00-\\xff])';

/** A character above ASCII is several: as it is sent, `%C3%A9`, or its bytes. */
function character(code: number, how: Printing): string {
  if (code <= 0x20 && how.alphabet === 'sent') return literal(code);
  if (code <= 0x7f) {
    const other = how.ignoreCase ? otherCase(code) : undefined;
    return other === undefined ? literal(code) : `[${literal(code)}${literal(other)}]`;
  }
  const bytes = [...new TextEncoder().encode(String.fromCodePoint(code))];
  const sent = (byte: number) => `%${byte.toString(16).toUpperCase()}`;
  return `(?:${bytes.map(how.alphabet === 'sent' ? sent : literal).join('')})`;
}

function otherCase(code: number): number | undefined {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? code ^ 0x20 : undefined;
}

function literal(code: number): string {
  if (code === 10) return '\\n';
  if (code < 0x20 || code > 0x7e) return `\\x${code.toString(16).padStart(2, '0')}`;
  const text = String.fromCharCode(code);
  return /[\\^$.*+?()[\]{}|]/.test(text) ? `\\${text}` : text;
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function classOf(tree: Tree & { kind: 'class' }, how: Printing): string {
  const [only] = tree.items;
  if (!tree.negated && tree.items.length === 1 && only!.kind === 'shorthand' && !/s/i.test(only!.letter)) {
    return `\\${only!.letter}`;
  }
  return `[${tree.negated ? '^' : ''}${tree.items.map((item) => classItem(item, how)).join('')}]`;
}

function classItem(item: ClassItem, how: Printing): string {
  if (item.kind === 'range') {
    return [{ from: item.from, to: item.to }, ...(how.ignoreCase ? folded(item) : [])]
      .map(({ from, to }) => (from === to ? member(from) : `${member(from)}-${member(to)}`))
      .join('');
  }
  // PCRE's white space; JavaScript's has U+00A0 too, which is a byte of many characters.
  if (item.letter === 's') return '\\t-\\r ';
  if (item.letter === 'S') return '\\x00-\\x08\\x0e-\\x1f!-\\xff';
  return `\\${item.letter}`;
}

const member = (code: number): string =>
  code === 0x2d || code === 0x2f ? `${code === 0x2d ? '\\-' : '/'}` : literal(code);

/** The letters of a range in the other case. */
function folded({ from, to }: { from: number; to: number }): { from: number; to: number }[] {
  return [0x41, 0x61]
    .map((first) => ({ from: Math.max(from, first) ^ 0x20, to: Math.min(to, first + 25) ^ 0x20 }))
    .filter((range) => range.from <= range.to);
}
