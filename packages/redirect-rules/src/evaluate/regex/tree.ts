/** A regex, read. Only what JavaScript and PCRE match alike has a form here. */
export type Tree =
  | { readonly kind: 'character'; readonly code: number }
  /** One byte that UTF-8 cannot say, as `\xe9`. */
  | { readonly kind: 'byte'; readonly code: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly items: readonly ClassItem[] }
  | { readonly kind: 'start' }
  /** `$`: the end, or before a last line feed. */
  | { readonly kind: 'end' }
  /** The end and nothing else; no author writes it, patterns end so. */
  | { readonly kind: 'finish' }
  | { readonly kind: 'boundary'; readonly negated: boolean }
  | { readonly kind: 'group'; readonly capture?: Capture; readonly body: Tree }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negated: boolean; readonly body: Tree }
  | {
      readonly kind: 'repeat';
      readonly body: Tree;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly Tree[] }
  | { readonly kind: 'choice'; readonly options: readonly Tree[] };

/** Counted from 1, by opening parenthesis. */
export interface Capture {
  readonly number: number;
  readonly name?: string;
}

export type ClassItem =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'shorthand'; readonly letter: Shorthand };

export type Shorthand = 'd' | 'D' | 'w' | 'W' | 's' | 'S';

/** A regex that is none, or that two engines would read in two ways. The message says what to write instead. */
export class RegexProblem extends Error {
  override readonly name = 'RegexProblem';
}

/** Shortest and longest text that it takes. */
export interface Width {
  readonly min: number;
  readonly max: number;
}

export function widthOf(tree: Tree): Width {
  switch (tree.kind) {
    case 'character':
      return fixed(new TextEncoder().encode(String.fromCodePoint(tree.code)).length);
    case 'byte':
    case 'any':
    case 'class':
      return fixed(1);
    case 'group':
      return widthOf(tree.body);
    case 'repeat': {
      const { min, max } = widthOf(tree.body);
      return { min: min * tree.min, max: max === 0 ? 0 : max * tree.max };
    }
    case 'sequence':
      return tree.parts
        .map(widthOf)
        .reduce((sum, each) => ({ min: sum.min + each.min, max: sum.max + each.max }), fixed(0));
    case 'choice': {
      const widths = tree.options.map(widthOf);
      return {
        min: Math.min(...widths.map(({ min }) => min)),
        max: Math.max(...widths.map(({ max }) => max)),
      };
    }
    default:
      return fixed(0);
  }
}

const fixed = (width: number): Width => ({ min: width, max: width });

export function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'group':
    case 'look':
    case 'repeat':
      return [tree.body];
    case 'sequence':
      return tree.parts;
    case 'choice':
      return tree.options;
    default:
      return [];
  }
}
