import type { Path, Problem } from '../template-error';
import { describe, Later, type Members, type Value } from '../value';
import type { Call, Expression } from './expression';
import type { Scope } from './scope';

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
    case 'text':
      return concatenated(
        expression.parts.map((part) => resolve(part, scope)),
        '',
        expression.at,
      );
    case 'call':
      return resolveCall(expression, scope);
    case 'if':
      throw new Error(`Fn::If of ${expression.condition} was not settled before it was resolved`);
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

function resolveCall({ name, inputs, isEarly, at, evaluate }: Call, scope: Scope): Value {
  const fail = (text: string): never => {
    throw new UnresolvableError({ at, text: `${name} ${text}` });
  };
  const values = inputs.map((input) => resolve(input, scope) ?? fail('cannot take AWS::NoValue'));
  const later = values.find((value) => value instanceof Later);
  if (later && isEarly) fail(`takes what hangs on no resource, not ${describe(later)}`);
  return later ?? evaluate(values, scope, fail);
}

/** Text put together; later, if a part of it is. */
export function concatenated(values: readonly (Value | undefined)[], separator: string, at: Path): Value {
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
