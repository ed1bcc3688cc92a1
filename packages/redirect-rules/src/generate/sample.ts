import type { Capture, ClassItem, Shorthand, Tree } from '../evaluate/regex/tree';

/** Texts that people write in paths, for what a loop takes. The first that fits is taken. */
const words = ['page', 'a', 'some-page', 'news/today', '2024', 'Item_7', 'x.html'];
/** For single characters; then whatever the class begins with. */
const characters = Array.from('a7b-_Z./~=&%?+:@', (each) => each.codePointAt(0)!);
/** A loop without an end takes so many at most. */
const longestLoop = 4;

/** Text for a capture in place of a sample; undefined leaves it to the sample. */
export type Fill = (capture: Capture) => string | undefined;

/**
 * A text that a regex is likely to take. Variant 0 is the plainest; each further one chooses otherwise, and the same
 * one chooses the same every time. Whether the regex takes it is for the evaluator to say: what looks ahead or behind
 * is not considered here.
 */
export function sampleOf(tree: Tree, variant: number, fill: Fill = () => undefined): string {
  return sample(tree, { variant, place: 0, fill });
}

interface Choosing {
  readonly variant: number;
  /** Counts the choices made. */
  place: number;
  readonly fill: Fill;
}

function sample(tree: Tree, choosing: Choosing): string {
  switch (tree.kind) {
    case 'character':
    case 'byte':
      return String.fromCodePoint(tree.code);
    case 'any':
    case 'class':
      return String.fromCodePoint(choose(membersOf(tree), choosing));
    case 'group':
      return (
        (tree.capture === undefined ? undefined : choosing.fill(tree.capture)) ?? sample(tree.body, choosing)
      );
    case 'repeat':
      return repeated(tree, choosing);
    case 'sequence':
      return tree.parts.map((part) => sample(part, choosing)).join('');
    case 'choice':
      return sample(choose(tree.options, choosing), choosing);
    default:
      return '';
  }
}

function repeated({ body, min, max }: Tree & { kind: 'repeat' }, choosing: Choosing): string {
  if (body.kind === 'any' || body.kind === 'class') {
    const fitting = words.filter(
      (word) =>
        word.length >= min && word.length <= max && Array.from(word).every((each) => takes(body, each)),
    );
    if (min === 0) fitting.push('');
    if (fitting.length > 0) return choose(fitting, choosing);
  }
  const most = Math.max(min, Math.min(max, longestLoop));
  const least = Math.min(most, Math.max(min, 1));
  const counts = [least, most, min].filter((count, place, all) => all.indexOf(count) === place);
  return Array.from({ length: choose(counts, choosing) }, () => sample(body, choosing)).join('');
}

function choose<T>(options: readonly T[], choosing: Choosing): T {
  choosing.place += 1;
  if (choosing.variant === 0) return options[0]!;
  return options[hash(choosing.variant, choosing.place) % options.length]!;
}

/** Robert Jenkins' 32-bit mix, of two small numbers: no state, so that the same question has the same answer. */
function hash(one: number, other: number): number {
  let mixed = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

type OneOf = Tree & { kind: 'any' | 'class' };

/** Some characters that it takes, those that people write first. */
function membersOf(tree: OneOf): number[] {
  const usual = characters.filter((code) => takes(tree, String.fromCodePoint(code)));
  if (usual.length > 0) return usual;
  for (let code = 0x21; code <= 0xff; code++) if (takes(tree, String.fromCodePoint(code))) return [code];
  return [0x61];
}

function takes(tree: OneOf, character: string): boolean {
  if (tree.kind === 'any') return character !== '\n';
  const code = character.codePointAt(0)!;
  return tree.items.some((item) => has(item, code)) !== tree.negated;
}

const shorthands: Readonly<Record<Shorthand, RegExp>> = {
  d: /\d/,
  D: /\D/,
  w: /\w/,
  W: /\W/,
  s: /\s/,
  S: /\S/,
};

const has = (item: ClassItem, code: number): boolean =>
  item.kind === 'range'
    ? item.from <= code && code <= item.to
    : shorthands[item.letter].test(String.fromCodePoint(code));
