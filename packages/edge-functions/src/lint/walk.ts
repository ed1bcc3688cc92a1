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

/** In the order of the source. A function of ten kilobytes has thousands of nodes, and each rule walks all of them. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value))
      for (const each of value as unknown[]) if (isNode(each)) children.push(each);
  }
  return children.length > 1 ? children.sort((one, other) => one.start - other.start) : children;
}

/** @param visit gets the node and what is around it, the nearest last. */
export function walk(
  node: AnyNode,
  visit: (node: AnyNode, around: readonly AnyNode[]) => void,
  around: readonly AnyNode[] = [],
): void {
  visit(node, around);
  const children = childrenOf(node);
  if (children.length === 0) return;
  const inside = [...around, node];
  for (const child of children) walk(child, visit, inside);
}

/** The function that a node stands in; undefined at the top level. */
export const functionAround = (around: readonly AnyNode[]): FunctionLike | undefined =>
  around.findLast(isFunction) as FunctionLike | undefined;
