import type { AnyNode, Program } from 'acorn';
import type { Finding, Rule } from '../rule';
import type { Binding, Use } from '../scope';
import { type FunctionLike, functionAround, isLoop, walk } from '../walk';

/**
 * At the first await njs copies the frame of an async function. A closure made before it keeps the old one: it does
 * not see what is assigned afterwards ("cannot access variable before initialization" with let and const, undefined
 * in silence with var), and its own assignments are lost. The developer guide says "async ... closures are not
 * supported". Closures that only read what was assigned before the await are fine, and so are those made behind it.
 */
export const asyncClosures: Rule = {
  name: 'async-closure',
  check(source) {
    const code = layoutOf(source.program);
    return source.names.bindings.flatMap((binding) => findingsOf(binding, code));
  },
};

interface Layout {
  readonly awaits: ReadonlyMap<FunctionLike, readonly AnyNode[]>;
  readonly around: ReadonlyMap<AnyNode, readonly AnyNode[]>;
}

function layoutOf(program: Program): Layout {
  const awaits = new Map<FunctionLike, AnyNode[]>();
  const around = new Map<AnyNode, readonly AnyNode[]>();
  walk(program, (node, outer) => {
    around.set(node, outer);
    const owner = functionAround(outer);
    if (node.type === 'AwaitExpression' && owner) awaits.set(owner, [...(awaits.get(owner) ?? []), node]);
  });
  return { awaits, around };
}

function findingsOf(binding: Binding, code: Layout): Finding[] {
  const owner = binding.scope.owner;
  const awaits = owner && code.awaits.get(owner);
  if (owner === undefined || awaits === undefined) return [];
  const own = binding.uses.filter(({ functions }) => functions.at(-1) === owner);
  const late = new Map<FunctionLike, boolean>();
  return binding.uses
    .filter((use) => !own.includes(use))
    .flatMap((use): Finding[] => {
      const closure = use.functions[use.functions.indexOf(owner) + 1];
      if (closure === undefined || late.get(closure)) return [];
      const what = trouble({ binding, closure, own, awaits, use, code });
      if (what === undefined) return [];
      late.set(closure, true);
      return [{ at: use.identifier, what, instead: `${binding.name} as a parameter of the inner function` }];
    });
}

interface Case {
  readonly binding: Binding;
  readonly closure: FunctionLike;
  readonly own: readonly Use[];
  readonly awaits: readonly AnyNode[];
  readonly use: Use;
  readonly code: Layout;
}

function trouble({ binding, closure, own, awaits, use, code }: Case): string | undefined {
  const made = madeAt(closure as AnyNode, code);
  const { name } = binding;
  const loops = loopsAround(closure as AnyNode, code).filter((loop) => !isWithin(binding.scope.node, loop));
  const turnsBack = (node: AnyNode) => loops.some((loop) => isWithin(node, loop));
  const later = awaits.filter((each) => each.start > made || turnsBack(each));
  if (later.length === 0) return undefined;
  if (use.writtenAt !== undefined) return `what the inner function assigns to ${name} is lost at the await`;
  const unseen = own.some(
    ({ writtenAt, identifier }) =>
      writtenAt !== undefined &&
      later.some((each) => each.end <= writtenAt || (turnsBack(each) && turnsBack(identifier))),
  );
  return unseen ? `the inner function does not see the ${name} that is assigned after an await` : undefined;
}

/** A function declaration is made where its block begins. */
function madeAt(closure: AnyNode, code: Layout): number {
  if (closure.type !== 'FunctionDeclaration') return closure.start;
  return code.around.get(closure)?.at(-1)?.start ?? closure.start;
}

const loopsAround = (node: AnyNode, code: Layout): AnyNode[] => {
  const around = code.around.get(node) ?? [];
  const owner = around.lastIndexOf(functionAround(around) as AnyNode);
  return around.slice(owner + 1).filter(isLoop);
};

const isWithin = (node: AnyNode, outer: AnyNode): boolean =>
  node.start >= outer.start && node.end <= outer.end;
