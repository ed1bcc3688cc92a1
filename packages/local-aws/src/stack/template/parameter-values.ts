import type { Value } from '../value';
import type { Refuse } from './expression';
import { itemsOf, misfitOf, type ParameterDefinition } from './parameter';
import type { ParameterType } from './parameter-type';

/** A parameter of a stack. */
export interface ParameterValue {
  /** As it was given: of a stored one, the name in the parameter store. */
  readonly text: string;
  /** What Ref gives. */
  readonly value: Value;
}

/** What the parameter store has under a name, if anything. */
export type Stored = (name: string) => string | undefined;

/** The values to deploy with: what was given, else the defaults. Throws through `refuse` for the first misfit. */
export function chooseParameters(
  definitions: readonly ParameterDefinition[],
  given: Readonly<Record<string, string | number | boolean>>,
  refuse: Refuse,
  stored: Stored = () => undefined,
): Map<string, ParameterValue> {
  const names = definitions.map(({ name }) => name);
  const stranger = Object.keys(given).find((name) => !names.includes(name));
  if (stranger)
    refuse({
      at: ['Parameters'],
      text: `the template has no parameter ${stranger}; it has ${names.join(', ') || 'none'}`,
    });
  return new Map(
    definitions.map((definition) => {
      const at = ['Parameters', definition.name];
      const text = given[definition.name] ?? definition.default;
      if (text === undefined)
        return refuse({ at, text: 'has no value and no Default; give one when deploying' });
      const misfit = misfitOf(definition, String(text));
      if (misfit) refuse({ at, text: misfit });
      const plain = definition.type.isStored ? stored(String(text)) : String(text);
      if (plain === undefined)
        return refuse({
          at,
          text: `there is no ${String(text)} in the parameter store of the stack's account and region; put it there first (a stack with an AWS::SSM::Parameter under before)`,
        });
      return [definition.name, { text: String(text), value: readValue(definition.type, plain) }] as const;
    }),
  );
}

/** A Number parameter becomes a JSON number, so that a type's schema sees what the author meant. */
function readValue({ isList, isNumber }: ParameterType, text: string): Value {
  const plain = (item: string): Value => (isNumber ? Number(item) : item);
  return isList ? itemsOf(text).map(plain) : plain(text);
}
