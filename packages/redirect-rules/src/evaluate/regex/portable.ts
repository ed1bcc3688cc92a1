import type { Regex } from '../../model/rule-set';
import { type Guarded, guardedBy } from './guard';
import { parseRegex } from './parse';
import { type Alphabet, printRegex } from './print';
import { type Capture, childrenOf, type Tree } from './tree';

/** A regex in the form that every engine takes alike. */
export interface Portable {
  /** Without flags. */
  readonly source: string;
  /** The same in steps of which the first spare most texts the regex. */
  readonly guarded: Guarded;
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
  return {
    source: printRegex(tree, how),
    guarded: guardedBy(tree, how),
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
