import { parseRegex } from '../../evaluate/regex/parse';
import { childrenOf, type Tree } from '../../evaluate/regex/tree';
import type { Regex } from '../../model/rule-set';

/** All texts that begin so, followed by at least so many characters. */
export interface PrefixLanguage {
  readonly prefix: string;
  readonly atLeast: number;
}

/**
 * The regex as a prefix, if that is all it is: `^/a`, `^/(.*)$`, `.*`. Line ends, which `.` does not take and no viewer
 * sends, are left out of account.
 */
export function prefixLanguage(regex: Regex): PrefixLanguage | undefined {
  const parts = partsOf(parseRegex(regex.source).tree);
  const isAnchored = parts[0]?.kind === 'start';
  const { text, rest } = literalStart(isAnchored ? parts.slice(1) : parts);
  if (regex.ignoreCase && /[a-z]/i.test(text)) return undefined;
  const minimum = anything(rest);
  if (minimum === undefined) return undefined;
  if (isAnchored) return { prefix: text, atLeast: minimum };
  // Found anywhere: every path has a slash and, behind nothing, everything.
  const isEverywhere = text === '' ? minimum <= 1 : text === '/' && minimum === 0;
  return isEverywhere ? { prefix: '', atLeast: 0 } : undefined;
}

/** What every text begins with that the regex takes. */
export function literalPrefix(regex: Regex): string {
  const parts = partsOf(parseRegex(regex.source).tree);
  if (parts[0]?.kind !== 'start') return '';
  const { text } = literalStart(parts.slice(1));
  return regex.ignoreCase ? (/^[^a-z]*/i.exec(text)?.[0] ?? '') : text;
}

/** Whether a text that it is found in may grow at its end and it is still found there. */
export const isOpenEnded = (regex: Regex): boolean => !looksAround(parseRegex(regex.source).tree);

function looksAround(tree: Tree): boolean {
  const { kind } = tree;
  if (kind === 'end' || kind === 'finish' || kind === 'boundary' || kind === 'look') return true;
  return childrenOf(tree).some(looksAround);
}

const partsOf = (tree: Tree): readonly Tree[] => (tree.kind === 'sequence' ? tree.parts : [tree]);

function literalStart(parts: readonly Tree[]): { text: string; rest: readonly Tree[] } {
  const end = parts.findIndex(({ kind }) => kind !== 'character');
  const literal = end === -1 ? parts : parts.slice(0, end);
  const text = literal
    .map((part) => (part.kind === 'character' ? String.fromCodePoint(part.code) : ''))
    .join('');
  return { text, rest: end === -1 ? [] : parts.slice(end) };
}

/** How many characters it takes at least, if it takes any from there on; undefined if there are some it does not take. */
function anything(parts: readonly Tree[]): number | undefined {
  if (parts.length === 0) return 0;
  const [first, second, ...more] = parts;
  if (first!.kind === 'end') return undefined;
  const isToTheEnd = second === undefined || (second.kind === 'end' && more.length === 0);
  return isToTheEnd ? loopOfAnything(first!) : undefined;
}

function loopOfAnything(tree: Tree): number | undefined {
  if (tree.kind === 'group') return loopOfAnything(tree.body);
  if (tree.kind === 'sequence') return tree.parts.length === 1 ? loopOfAnything(tree.parts[0]!) : undefined;
  if (tree.kind !== 'repeat' || tree.max !== Number.POSITIVE_INFINITY || tree.min > 1) return undefined;
  return takesAnything(tree.body) ? tree.min : undefined;
}

/** A class that leaves out control characters only takes all that a path can have. */
function takesAnything(tree: Tree): boolean {
  if (tree.kind === 'any') return true;
  if (tree.kind !== 'class' || !tree.negated) return false;
  return tree.items.every((item) => item.kind === 'range' && item.to < 0x20);
}
