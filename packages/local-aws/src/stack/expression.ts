import type { Plain, PlainObject } from './document';
import { readSubstitution } from './substitution';
import type { Path, Problem } from './template-error';

/** A value of a template before it is resolved. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Expression>> }
  | Reference
  | Import
  | { readonly kind: 'join'; readonly separator: string; readonly items: Expression; readonly at: Path }
  | { readonly kind: 'text'; readonly parts: readonly Expression[]; readonly at: Path };

export type Reference =
  | { readonly kind: 'ref'; readonly name: string; readonly at: Path }
  | { readonly kind: 'attribute'; readonly logicalId: string; readonly attribute: string; readonly at: Path };

/** The name of another stack's export; it may be put together of parameters, not of resources. */
export interface Import {
  readonly kind: 'import';
  readonly name: Expression;
  readonly at: Path;
}

/** Called with what is wrong; never returns. */
export type Refuse = (problem: Problem) => never;

const knownFunctions = 'Ref, Fn::GetAtt, Fn::Sub, Fn::Join and Fn::ImportValue';

/** Reads one value with the functions in it. A function that the driver does not have is refused by name. */
export function readExpression(plain: Plain, at: Path, refuse: Refuse): Expression {
  if (Array.isArray(plain))
    return { kind: 'list', items: plain.map((item, index) => readExpression(item, [...at, index], refuse)) };
  if (typeof plain !== 'object') return { kind: 'literal', value: plain };
  const call = Object.keys(plain).find((name) => name === 'Ref' || name.startsWith('Fn::'));
  if (call === undefined) return readObject(plain, at, refuse);
  if (Object.keys(plain).length > 1)
    refuse({ at, text: `${call} must stand alone in its object; move the other keys out` });
  return readCall(call, plain[call]!, at, refuse);
}

function readObject(plain: PlainObject, at: Path, refuse: Refuse): Expression {
  const members = Object.entries(plain).map(
    ([name, value]) => [name, readExpression(value, [...at, name], refuse)] as const,
  );
  return { kind: 'object', members: Object.fromEntries(members) };
}

function readCall(name: string, argument: Plain, at: Path, refuse: Refuse): Expression {
  switch (name) {
    case 'Ref':
      if (typeof argument !== 'string') refuse({ at, text: 'Ref takes the name of a parameter or resource' });
      return { kind: 'ref', name: argument as string, at };
    case 'Fn::GetAtt':
      return readAttribute(argument, at, refuse);
    case 'Fn::Join':
      return readJoin(argument, at, refuse);
    case 'Fn::Sub':
      return readSubstitution(argument, at, refuse);
    case 'Fn::ImportValue':
      return { kind: 'import', name: readExpression(argument, at, refuse), at };
    default:
      return refuse({
        at,
        text: `${name} is not supported by the local stack driver, which knows ${knownFunctions}; write the value itself or a parameter`,
      });
  }
}

/** `[logical id, attribute]` or `logicalId.attribute`; the attribute itself may have dots. */
function readAttribute(argument: Plain, at: Path, refuse: Refuse): Expression {
  const words = typeof argument === 'string' ? splitAtFirstDot(argument) : argument;
  if (!Array.isArray(words) || words.length !== 2 || !words.every((word) => typeof word === 'string' && word))
    refuse({
      at,
      text: 'Fn::GetAtt takes a resource and an attribute: [Target, DomainName] or Target.DomainName',
    });
  const [logicalId, attribute] = words as [string, string];
  return { kind: 'attribute', logicalId, attribute, at };
}

export const splitAtFirstDot = (text: string): string[] => {
  const dot = text.indexOf('.');
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
};

function readJoin(argument: Plain, at: Path, refuse: Refuse): Expression {
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string')
    refuse({ at, text: "Fn::Join takes a separator and a list: [',', [a, b]]" });
  const [separator, items] = argument as [string, Plain];
  return { kind: 'join', separator, items: readExpression(items, [...at, 1], refuse), at };
}

/** Every Ref and GetAtt in an expression, those inside Sub and Join with them. */
export function referencesIn(expression: Expression): Reference[] {
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'list':
      return expression.items.flatMap(referencesIn);
    case 'object':
      return Object.values(expression.members).flatMap(referencesIn);
    case 'join':
      return referencesIn(expression.items);
    case 'text':
      return expression.parts.flatMap(referencesIn);
    case 'import':
      return referencesIn(expression.name);
    default:
      return [expression];
  }
}

/** Every ImportValue in an expression. */
export function importsIn(expression: Expression): Import[] {
  switch (expression.kind) {
    case 'list':
      return expression.items.flatMap(importsIn);
    case 'object':
      return Object.values(expression.members).flatMap(importsIn);
    case 'join':
      return importsIn(expression.items);
    case 'text':
      return expression.parts.flatMap(importsIn);
    case 'import':
      return [expression];
    default:
      return [];
  }
}
