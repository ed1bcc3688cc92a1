import type { Path, Problem } from '../template-error';
import type { Value } from '../value';
import type { Scope } from './scope';

/** A value of a template before it is resolved. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Expression>> }
  | Reference
  | Choice
  | Call
  | { readonly kind: 'text'; readonly parts: readonly Expression[]; readonly at: Path };

export type Reference =
  | { readonly kind: 'ref'; readonly name: string; readonly at: Path }
  | { readonly kind: 'attribute'; readonly logicalId: string; readonly attribute: string; readonly at: Path };

/** Fn::If. Gone once the conditions are known: see settle.ts. */
export interface Choice {
  readonly kind: 'if';
  readonly condition: string;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
  readonly at: Path;
}

/** Any other function, with what it is applied to. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly inputs: readonly Expression[];
  /** CloudFormation asks for these before it makes anything: they must not hang on a resource. */
  readonly isEarly: boolean;
  readonly at: Path;
  /** @param fail says that the function cannot take what it was given */
  evaluate(inputs: readonly Value[], scope: Scope, fail: (text: string) => never): Value;
}

/** Called with what is wrong; never returns. */
export type Refuse = (problem: Problem) => never;

/** The expressions right inside one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'object':
      return Object.values(expression.members);
    case 'text':
      return expression.parts;
    case 'call':
      return expression.inputs;
    case 'if':
      return [expression.whenTrue, expression.whenFalse];
    default:
      return [];
  }
}

/** An expression and all that is inside it. */
export const everythingIn = (expression: Expression): Expression[] => [
  expression,
  ...partsOf(expression).flatMap(everythingIn),
];

/** Every Ref and GetAtt in an expression, those inside Sub and Join with them. */
export const referencesIn = (expression: Expression): Reference[] =>
  everythingIn(expression).filter((part) => part.kind === 'ref' || part.kind === 'attribute');

/** The same expression with each part of it replaced, from the outside in. */
export function withParts(expression: Expression, replace: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'list':
      return { ...expression, items: expression.items.map(replace) };
    case 'object':
      return {
        ...expression,
        members: Object.fromEntries(
          Object.entries(expression.members).map(([name, member]) => [name, replace(member)]),
        ),
      };
    case 'text':
      return { ...expression, parts: expression.parts.map(replace) };
    case 'call':
      return { ...expression, inputs: expression.inputs.map(replace) };
    case 'if':
      return {
        ...expression,
        whenTrue: replace(expression.whenTrue),
        whenFalse: replace(expression.whenFalse),
      };
    default:
      return expression;
  }
}
