import type { AnyNode, ArrowFunctionExpression, Function as FunctionNode } from 'acorn';

export type FunctionLike = FunctionNode | ArrowFunctionExpression;

export const isFunction = (node: AnyNode): node is AnyNode & FunctionLike =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

export const isLoop = (node: AnyNode): boolean =>
  /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** In the order of the source. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .sort((one, other) => one.start - other.start);
}

/** @param visit gets the node and what is around it, the nearest last. */
export function walk(
  node: AnyNode,
  visit: (node: AnyNode, around: readonly AnyNode[]) => void,
  around: readonly AnyNode[] = [],
): void {
  visit(node, around);
  const inside = [...around, node];
  for (const child of childrenOf(node)) walk(child, visit, inside);
}

/** The function that a node stands in; undefined at the top level. */
export const functionAround = (around: readonly AnyNode[]): FunctionLike | undefined =>
  around.findLast(isFunction) as FunctionLike | undefined;
