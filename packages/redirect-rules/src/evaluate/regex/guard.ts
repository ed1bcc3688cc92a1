import { type Alphabet, type Printing, printRegex } from './print';
import { childrenOf, type Tree } from './tree';

/** What spares a regex: engines take twenty times as long for one as for a look whether a text is in another. */
export interface Guarded {
  /** What a text must begin with. */
  readonly prefix: string;
  /** What must be found in the text behind it. */
  readonly rest: string;
  /** What the text must have somewhere; empty: nothing worth the look. */
  readonly literal: string;
  /**
   * Where the rest is but what the line has left, which needs no regex: `*` captures any, `+` some, `-` captures
   * nothing; a `$` behind says that no other line may follow.
   */
  readonly marks?: string;
}

const longestLiteral = 12;
const shortestLiteral = 3;

export function guardedBy(tree: Tree, how: Printing): Guarded {
  const { prefix, rest } = split(tree, how.ignoreCase);
  const literal = literalIn(rest, how.ignoreCase);
  const marks = marksOf(rest, how.alphabet);
  return { prefix, rest: printRegex(rest, how), literal, ...(marks === undefined ? {} : { marks }) };
}

/** Takes the literal text behind `^` off, where nothing in the rest looks back at it. */
function split(tree: Tree, ignoreCase: boolean): { prefix: string; rest: Tree } {
  if (tree.kind !== 'sequence' || tree.parts[0]?.kind !== 'start' || looksBack(tree, true)) {
    return { prefix: '', rest: tree };
  }
  let taken = 1;
  let prefix = '';
  for (; taken < tree.parts.length; taken++) {
    const text = textOf(tree.parts[taken]!, ignoreCase);
    if (text === '') break;
    prefix += text;
  }
  return { prefix, rest: { kind: 'sequence', parts: [tree.parts[0], ...tree.parts.slice(taken)] } };
}

/** Of a character that stands for itself alone, in all alphabets. */
function textOf(tree: Tree, ignoreCase: boolean): string {
  if (tree.kind !== 'character' || tree.code <= 0x20 || tree.code > 0x7e) return '';
  const text = String.fromCharCode(tree.code);
  return ignoreCase && /[A-Za-z]/.test(text) ? '' : text;
}

function looksBack(tree: Tree, isTop: boolean): boolean {
  if (tree.kind === 'boundary' || (tree.kind === 'look' && tree.behind)) return true;
  if (tree.kind === 'start') return true;
  const children = isTop ? childrenOf(tree).slice(1) : childrenOf(tree);
  return children.some((child) => looksBack(child, false));
}

/** The longest run of characters that no match is without. */
function literalIn(tree: Tree, ignoreCase: boolean): string {
  const runs = [''];
  const collect = (part: Tree): void => {
    const text = textOf(part, ignoreCase);
    if (text !== '') runs[runs.length - 1] += text;
    else if (part.kind === 'sequence') part.parts.forEach(collect);
    else if (part.kind === 'group') collect(part.body);
    else runs.push('');
  };
  collect(tree);
  const longest = runs.reduce((found, run) => (run.length > found.length ? run : found));
  return longest.length < shortestLiteral ? '' : longest.slice(0, longestLiteral);
}

function marksOf(rest: Tree, alphabet: Alphabet): string | undefined {
  if (rest.kind !== 'sequence' || rest.parts[0]?.kind !== 'start') return undefined;
  const parts = rest.parts.slice(1);
  const last = parts.at(-1)?.kind;
  // What was sent has no line feed, so that both ends are one.
  const isClosed = last === 'end' || (last === 'finish' && alphabet === 'sent');
  const end = isClosed ? '$' : '';
  const [only, ...others] = isClosed ? parts.slice(0, -1) : parts;
  if (only === undefined) return end === '' ? '-' : end;
  if (others.length > 0 || only.kind !== 'group' || only.capture === undefined) return undefined;
  const { body } = only;
  const loop = body.kind === 'sequence' && body.parts.length === 1 ? body.parts[0]! : body;
  if (loop.kind !== 'repeat' || loop.lazy || loop.max !== Infinity || loop.min > 1) return undefined;
  return isLine(loop.body) ? (loop.min === 0 ? '*' : '+') + end : undefined;
}

/** Any character but a line feed. */
function isLine(tree: Tree): boolean {
  if (tree.kind === 'any') return true;
  if (tree.kind !== 'class' || !tree.negated || tree.items.length !== 1) return false;
  const [item] = tree.items;
  return item!.kind === 'range' && item!.from === 10 && item!.to === 10;
}
