import type { Path } from '../template-error';
import { isEqual, Later, type Value } from '../value';
import type { Plain } from './document';
import type { Expression, Refuse } from './expression';
import { readExpression } from './read-expression';
import { resolve } from './resolve';
import type { Scope } from './scope';

/** What is true or false once the parameters are known. */
export type Condition =
  | { readonly kind: 'and' | 'or' | 'not'; readonly of: readonly Condition[] }
  | { readonly kind: 'equals'; readonly one: Expression; readonly other: Expression; readonly at: Path }
  /** Of Rules only: whether a list has a value. */
  | { readonly kind: 'contains'; readonly one: Expression; readonly other: Expression; readonly at: Path }
  | { readonly kind: 'named'; readonly name: string; readonly at: Path };

const forms = {
  'Fn::And': 'a list of two to ten conditions',
  'Fn::Or': 'a list of two to ten conditions',
  'Fn::Not': 'a list of one condition',
  'Fn::Equals': 'two values: [!Ref Stage, production]',
  'Fn::Contains': 'a list of texts and a text: [[a, b], !Ref Stage]',
  Condition: 'the name of another condition',
} as const;
type ConditionFunction = keyof typeof forms;

const ofConditions: readonly ConditionFunction[] = [
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Fn::Equals',
  'Condition',
];
const ofRules: readonly ConditionFunction[] = ['Fn::And', 'Fn::Or', 'Fn::Not', 'Fn::Equals', 'Fn::Contains'];

/** Reads an entry of the Conditions section. */
export const readCondition = (plain: Plain, at: Path, refuse: Refuse): Condition =>
  readOf(ofConditions, plain, at, refuse);

/** Reads a condition or an assertion of the Rules section, which has functions of its own. */
export const readRuleCondition = (plain: Plain, at: Path, refuse: Refuse): Condition =>
  readOf(ofRules, plain, at, refuse);

function readOf(known: readonly ConditionFunction[], plain: Plain, at: Path, refuse: Refuse): Condition {
  const [name, ...others] = typeof plain === 'object' ? Object.keys(plain) : [];
  const called = known.find((each) => each === name);
  if (!called || others.length > 0)
    return refuse({
      at,
      text: `must be one of ${known.join(', ')}, not ${name ? `${[name, ...others].join(' and ')}` : JSON.stringify(plain)}`,
    });
  const argument = (plain as Record<string, Plain>)[called]!;
  const nested = (item: Plain, index: number) => readOf(known, item, [...at, called, index], refuse);
  const read = (item: Plain) => readExpression(item, at, refuse);
  return (
    conditionOf(called, argument, { at, nested, read }) ??
    refuse({ at, text: `${called} takes ${forms[called]}` })
  );
}

interface Reading {
  readonly at: Path;
  nested(item: Plain, index: number): Condition;
  read(item: Plain): Expression;
}

/** @returns undefined when the function is not written as `forms` tells */
function conditionOf(name: ConditionFunction, argument: Plain, reading: Reading): Condition | undefined {
  if (name === 'Condition')
    return typeof argument === 'string' ? { kind: 'named', name: argument, at: reading.at } : undefined;
  if (!Array.isArray(argument)) return undefined;
  const count = argument.length;
  switch (name) {
    case 'Fn::Not':
      return count === 1 ? { kind: 'not', of: argument.map(reading.nested) } : undefined;
    case 'Fn::And':
    case 'Fn::Or':
      return count >= 2 && count <= 10
        ? { kind: name === 'Fn::And' ? 'and' : 'or', of: argument.map(reading.nested) }
        : undefined;
    default: {
      const [one, other] = argument.map(reading.read);
      const kind = name === 'Fn::Equals' ? 'equals' : 'contains';
      return one && other && count === 2 ? { kind, one, other, at: reading.at } : undefined;
    }
  }
}

/** Every expression in a condition. */
export function expressionsIn(condition: Condition): Expression[] {
  if (condition.kind === 'named') return [];
  return 'of' in condition ? condition.of.flatMap(expressionsIn) : [condition.one, condition.other];
}

/** The other conditions that one names. */
export function conditionsIn(condition: Condition): Extract<Condition, { kind: 'named' }>[] {
  if (condition.kind === 'named') return [condition];
  return 'of' in condition ? condition.of.flatMap(conditionsIn) : [];
}

/** @param isTrue what the other conditions are */
export function isTrue(condition: Condition, scope: Scope, isNamedTrue: (name: string) => boolean): boolean {
  const holds = (each: Condition): boolean => isTrue(each, scope, isNamedTrue);
  switch (condition.kind) {
    case 'named':
      return isNamedTrue(condition.name);
    case 'not':
      return !condition.of.every(holds);
    case 'and':
      return condition.of.every(holds);
    case 'or':
      return condition.of.some(holds);
    case 'equals':
      return isEqual(asText(resolve(condition.one, scope)), asText(resolve(condition.other, scope)));
    case 'contains': {
      const list = asText(resolve(condition.one, scope));
      const item = asText(resolve(condition.other, scope));
      return Array.isArray(list) && list.some((each) => isEqual(each, item));
    }
  }
}

/** Conditions compare text: the parameter 5 of the type Number is the text '5' to them. */
function asText(value: Value | undefined): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => asText(item)!);
  return value === undefined || value instanceof Later || typeof value === 'object' ? value : String(value);
}
