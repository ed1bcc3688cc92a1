import type { Condition, Subject } from './condition';
import { literalOf } from './condition';
import { portableTree } from './regex/portable';
import type { Tree } from './regex/tree';
import { lowerCase } from './text';

/** `:name` for a whole segment, or a last `*`. */
const placeholders = /(?<=\/):([A-Za-z_]\w*)(?=\/|$)|\*$/g;

/** Names of a pattern's captures, in their order. */
export const patternNames = (pattern: string): string[] =>
  Array.from(pattern.matchAll(placeholders), ([, name]) => name ?? 'splat');

/**
 * A pattern as a condition. With a last `*` as its only placeholder it is a prefix; else it becomes a regex.
 * `/a/*` does not match `/a`, unless trailing slashes are ignored.
 */
export function patternOf(pattern: string, subject: Subject): Condition {
  const names = patternNames(pattern);
  const hasSplat = pattern.endsWith('*');
  const slashMatters = subject.ignoreTrailingSlash && pattern !== '/*';
  if (hasSplat && names.length === 1 && !(slashMatters && pattern.endsWith('/*'))) {
    const prefix = literalOf(pattern.slice(0, -1), subject);
    const exact = { ...subject, ignoreTrailingSlash: false };
    return { kind: 'prefix', subject: exact, prefix: subject.ignoreCase ? lowerCase(prefix) : prefix };
  }
  const alphabet = subject.of === 'decoded' ? 'bytes' : 'sent';
  const regex = portableTree(treeOf(pattern, slashMatters), { alphabet, ignoreCase: subject.ignoreCase });
  return { kind: 'regex', subject: { ...subject, ignoreTrailingSlash: false }, regex };
}

function treeOf(pattern: string, ignoreTrailingSlash: boolean): Tree {
  const parts: Tree[] = [];
  let end = 0;
  let number = 0;
  for (const found of pattern.matchAll(placeholders)) {
    parts.push(...text(pattern.slice(end, found.index)));
    number++;
    const isSplat = found[1] === undefined;
    parts.push({
      kind: 'group',
      capture: { number, name: found[1] ?? 'splat' },
      body: isSplat ? rest : segment,
    });
    end = found.index + found[0].length;
  }
  parts.push(...text(pattern.slice(end)));
  return sequence({ kind: 'start' }, ...(ignoreTrailingSlash ? slashOptional(parts) : parts), {
    kind: 'finish',
  });
}

/** The last slash, or the one before the splat with it, may be missing. */
function slashOptional(parts: readonly Tree[]): Tree[] {
  const last = parts.at(-1)!;
  const isSplat = last.kind === 'group' && last.body === rest;
  const head = parts.slice(0, isSplat ? -1 : undefined);
  const endsInSlash = head.length > 1 && isSlash(head.at(-1)!);
  if (isSplat && !endsInSlash) return [...parts];
  const tail = isSplat ? sequence(slash, last) : slash;
  return [...(endsInSlash ? head.slice(0, -1) : head), optional(tail)];
}

const slash: Tree = { kind: 'character', code: 0x2f };
const isSlash = (tree: Tree): boolean => tree.kind === 'character' && tree.code === 0x2f;
const sequence = (...parts: Tree[]): Tree => ({ kind: 'sequence', parts });
const optional = (body: Tree): Tree => repeat({ kind: 'group', body }, 0, 1);
const repeat = (body: Tree, min: number, max: number): Tree => ({
  kind: 'repeat',
  body,
  min,
  max,
  lazy: false,
});
const range = (from: number, to: number) => ({ kind: 'range' as const, from, to });
const segment = repeat({ kind: 'class', negated: true, items: [range(0x2f, 0x2f)] }, 1, Infinity);
const rest = repeat({ kind: 'class', negated: false, items: [range(0, 0xff)] }, 0, Infinity);

const text = (literal: string): Tree[] =>
  Array.from(literal, (each): Tree => ({ kind: 'character', code: each.codePointAt(0)! }));
