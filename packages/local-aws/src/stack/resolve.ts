import type { Expression, Import, Reference } from './expression';
import type { Problem } from './template-error';
import { describe, Later, type Members, type Value } from './value';

/** What a template's names give at this moment. */
export interface Scope {
  /** Ref and GetAtt. `undefined` is AWS::NoValue: the property is as good as not written. */
  reference(reference: Reference): Value | undefined;
  /** An export of another stack, if there is one. */
  exported(name: string): string | undefined;
}

/** A function met a value that it cannot take; template and line are added by who knows them. */
export class UnresolvableError extends Error {
  override readonly name = 'UnresolvableError';
  constructor(readonly problem: Problem) {
    super(problem.text);
  }
}

/** The outcome, or the one error that resolving is known to have: half way through a stack it is a resource's failure. */
export function tryResolving<T>(work: () => T): T | UnresolvableError {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnresolvableError) return error;
    throw error;
  }
}

/** An expression's value. Members and items that are AWS::NoValue are left out. */
export function resolve(expression: Expression, scope: Scope): Value | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.flatMap((item) => present(resolve(item, scope)));
    case 'object':
      return resolveMembers(expression.members, scope);
    case 'join':
      return resolveJoin(expression, scope);
    case 'text':
      return joined(
        expression.parts.map((part) => resolve(part, scope)),
        '',
        expression,
      );
    case 'import':
      return resolveImport(expression, scope);
    default:
      return scope.reference(expression);
  }
}

const present = (value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

/** All properties of a resource. */
export function resolveMembers(members: Readonly<Record<string, Expression>>, scope: Scope): Members {
  const resolved: Members = {};
  for (const [name, expression] of Object.entries(members)) {
    const value = resolve(expression, scope);
    if (value !== undefined) resolved[name] = value;
  }
  return resolved;
}

/** An export that is not there yet may be when the stack is deployed: then its lack is a failure of the stack. */
function resolveImport({ name, at }: Import, scope: Scope): Value {
  const known = resolve({ kind: 'text', parts: [name], at }, scope);
  if (known instanceof Later)
    throw new UnresolvableError({
      at,
      text: `Fn::ImportValue takes a name that hangs on no resource, not ${describe(known)}`,
    });
  return scope.exported(String(known)) ?? new Later(`the export ${String(known)}`);
}

function resolveJoin(join: Extract<Expression, { kind: 'join' }>, scope: Scope): Value {
  const items = resolve(join.items, scope);
  if (items instanceof Later) return items;
  if (!Array.isArray(items))
    throw new UnresolvableError({
      at: join.at,
      text: `Fn::Join takes a list, not ${describe(items ?? 'AWS::NoValue')}`,
    });
  return joined(items, join.separator, join);
}

function joined(values: (Value | undefined)[], separator: string, { at }: { at: Problem['at'] }): Value {
  const later = values.find((value) => value instanceof Later);
  if (later) return later;
  const wrong = values.find((value) => value === undefined || typeof value === 'object');
  if (values.some((value) => value === undefined || typeof value === 'object'))
    throw new UnresolvableError({
      at,
      text: `only text can be put together, not ${describe(wrong ?? 'AWS::NoValue')}`,
    });
  return values.join(separator);
}
