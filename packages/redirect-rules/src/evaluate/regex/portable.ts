import type { Regex } from '../../model/rule-set';
import { parseRegex } from './parse';
import { type Alphabet, printRegex } from './print';
import { type Capture, childrenOf, type Tree } from './tree';

/** A regex in the form that every engine takes alike. */
export interface Portable {
  /** Without flags. */
  readonly source: string;
  /** What a text must begin with, and what must then be found in the rest of it: a quick look spares the regex. */
  readonly guarded: { readonly prefix: string; readonly rest: string };
  readonly captures: readonly Capture[];
  /** Groups that JavaScript and PCRE may fill differently: no target may use them. */
  readonly unstable: ReadonlySet<number>;
}

/**
 * The subset: literals, classes, `.`, anchors, `\b`, groups (also named), alternatives, greedy and lazy quantifiers,
 * lookahead, lookbehind of one length. Out of it: back references, possessive and atomic groups, POSIX classes,
 * loops that may turn without taking anything.
 * @throws RegexProblem
 */
export function portable(regex: Regex, alphabet: Alphabet): Portable {
  const { tree, ignoreCase } = parseRegex(regex.source);
  return portableTree(tree, { alphabet, ignoreCase: ignoreCase || regex.ignoreCase });
}

export function portableTree(tree: Tree, how: { alphabet: Alphabet; ignoreCase: boolean }): Portable {
  const captures: Capture[] = [];
  const unstable = new Set<number>();
  collect(tree, { looped: false, skippable: false }, captures, unstable);
  const { prefix, rest } = split(tree, how.ignoreCase);
  return {
    source: printRegex(tree, how),
    guarded: { prefix, rest: printRegex(rest, how) },
    captures: captures.sort((one, other) => one.number - other.number),
    unstable,
  };
}

interface Around {
  readonly looped: boolean;
  /** A turn of the loop may leave the group out: JavaScript forgets what an earlier turn took, PCRE does not. */
  readonly skippable: boolean;
}

function collect(tree: Tree, around: Around, captures: Capture[], unstable: Set<number>): void {
  if (tree.kind === 'group' && tree.capture) {
    captures.push(tree.capture);
    if (around.looped && around.skippable) unstable.add(tree.capture.number);
  }
  for (const child of childrenOf(tree)) collect(child, aroundChild(tree, around), captures, unstable);
}

function aroundChild(tree: Tree, around: Around): Around {
  if (tree.kind === 'repeat' && tree.max > 1 && !around.looped) return { looped: true, skippable: false };
  const skips = tree.kind === 'choice' || (tree.kind === 'repeat' && tree.min === 0);
  return { looped: around.looped, skippable: around.skippable || (around.looped && skips) };
}

/** Takes the literal text behind `^` off, where nothing in the rest looks back at it. */
function split(tree: Tree, ignoreCase: boolean): { prefix: string; rest: Tree } {
  if (tree.kind !== 'sequence' || tree.parts[0]?.kind !== 'start' || looksBack(tree, true)) {
    return { prefix: '', rest: tree };
  }
  let taken = 1;
  let prefix = '';
  for (; taken < tree.parts.length; taken++) {
    const part = tree.parts[taken]!;
    if (part.kind !== 'character' || part.code <= 0x20 || part.code > 0x7e) break;
    const text = String.fromCharCode(part.code);
    if (ignoreCase && /[A-Za-z]/.test(text)) break;
    prefix += text;
  }
  return { prefix, rest: { kind: 'sequence', parts: [tree.parts[0], ...tree.parts.slice(taken)] } };
}

function looksBack(tree: Tree, isTop: boolean): boolean {
  if (tree.kind === 'boundary' || (tree.kind === 'look' && tree.behind)) return true;
  if (tree.kind === 'start') return true;
  const children = isTop ? childrenOf(tree).slice(1) : childrenOf(tree);
  return children.some((child) => looksBack(child, false));
}
