import type { Path } from '../template-error';
import type { Plain, PlainObject } from './document';
import type { Refuse } from './expression';
import { keysOnly } from './keys';
import { knownTypes, type ParameterType, parameterType } from './parameter-type';

/** A parameter as the template declares it. */
export interface ParameterDefinition {
  readonly name: string;
  readonly type: ParameterType;
  readonly default?: string;
  readonly allowedValues?: readonly string[];
  readonly allowedPattern?: RegExp;
  readonly constraintDescription?: string;
  /** Shown to nobody. */
  readonly noEcho: boolean;
  readonly bounds: Partial<Record<Bound, number>>;
}

const boundNames = ['MinLength', 'MaxLength', 'MinValue', 'MaxValue'] as const;
type Bound = (typeof boundNames)[number];

const parameterKeys = {
  supported: [
    'Type',
    'Default',
    'AllowedValues',
    'AllowedPattern',
    'ConstraintDescription',
    'Description',
    'NoEcho',
    ...boundNames,
  ],
  unsupported: [],
};

/** Reads one entry of the Parameters section. */
export function readParameter(name: string, plain: Plain, at: Path, refuse: Refuse): ParameterDefinition {
  const entry = keysOnly(plain, parameterKeys, 'a parameter', at, refuse);
  const type = parameterType(String(entry.Type));
  if (!type)
    return refuse({
      at: [...at, 'Type'],
      text: `parameter type ${JSON.stringify(entry.Type ?? null)} is not supported by the local stack driver; use ${knownTypes.join(', ')}`,
    });
  const definition: ParameterDefinition = {
    name,
    type,
    default: entry.Default === undefined ? undefined : String(entry.Default),
    allowedValues: Array.isArray(entry.AllowedValues) ? entry.AllowedValues.map(String) : undefined,
    allowedPattern: readPattern(entry, at, refuse),
    constraintDescription:
      entry.ConstraintDescription === undefined ? undefined : String(entry.ConstraintDescription),
    noEcho: entry.NoEcho === true || entry.NoEcho === 'true',
    bounds: readBounds(entry, at, refuse),
  };
  const misfit = definition.default === undefined ? undefined : misfitOf(definition, definition.default);
  if (misfit) refuse({ at: [...at, 'Default'], text: misfit });
  return definition;
}

function readPattern(entry: PlainObject, at: Path, refuse: Refuse): RegExp | undefined {
  if (entry.AllowedPattern === undefined) return undefined;
  try {
    // The whole value has to match, as CloudFormation does it.
    return new RegExp(`^(?:${entry.AllowedPattern})$`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse({ at: [...at, 'AllowedPattern'], text: `is no regular expression: ${error.message}` });
  }
}

function readBounds(entry: PlainObject, at: Path, refuse: Refuse): ParameterDefinition['bounds'] {
  const bounds: Partial<Record<Bound, number>> = {};
  for (const name of boundNames) {
    if (entry[name] === undefined) continue;
    bounds[name] = Number(entry[name]);
    if (Number.isNaN(bounds[name]))
      refuse({ at: [...at, name], text: `must be a number, not '${entry[name]}'` });
  }
  return bounds;
}

/** The items of a list as it is given. */
export const itemsOf = (text: string): string[] => text.split(',').map((item) => item.trim());

/** What is wrong with a value for this parameter, or undefined. Of a stored one it is the name that is judged. */
export function misfitOf(definition: ParameterDefinition, text: string): string | undefined {
  const { type, allowedValues, allowedPattern, constraintDescription } = definition;
  const items = type.isList && !type.isStored ? itemsOf(text) : [text];
  const noNumber = type.isNumber && items.find((item) => item.trim() === '' || Number.isNaN(Number(item)));
  if (typeof noNumber === 'string') return `'${noNumber}' is not a number`;
  const stranger = allowedValues && items.find((item) => !allowedValues.includes(item));
  if (stranger !== undefined)
    return `'${stranger}' is not one of the allowed values ${allowedValues?.join(', ')}`;
  if (allowedPattern && !items.every((item) => allowedPattern.test(item)))
    return (
      constraintDescription ??
      `'${text}' does not match the allowed pattern ${allowedPattern.source.slice(4, -2)}`
    );
  return outOfBounds(definition, text);
}

function outOfBounds({ type, bounds }: ParameterDefinition, text: string): string | undefined {
  const { MinLength = 0, MaxLength = Infinity, MinValue = -Infinity, MaxValue = Infinity } = bounds;
  if (type.isNumber && !type.isList)
    return Number(text) < MinValue || Number(text) > MaxValue
      ? `${text} is not between ${MinValue} and ${MaxValue}`
      : undefined;
  return text.length < MinLength || text.length > MaxLength
    ? `'${text}' is not between ${MinLength} and ${MaxLength} characters long`
    : undefined;
}
