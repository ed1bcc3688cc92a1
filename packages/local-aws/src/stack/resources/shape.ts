import type { Path, Problem } from '../template-error';
import { describe, isMembers, Later, type Members, type Value } from '../value';

/**
 * How a property is written in a template and what it is in the service's API. One description serves the check
 * before the first call and the call itself, so that a property cannot be accepted by the one and lost by the other.
 */
export interface Shape {
  problems(value: Value, at: Path): Problem[];
  toApi(value: Value): unknown;
}

/** A member of a record: its shape, whether it must be there, and its name in the API where that differs. */
export interface Member {
  readonly shape: Shape;
  readonly isRequired?: boolean;
  readonly apiName?: string;
}

const leaf = (what: string, accepts: (value: Value) => boolean, toApi: (value: Value) => unknown): Shape => ({
  problems: (value, at) =>
    value instanceof Later || accepts(value) ? [] : [{ at, text: `must be ${what}, not ${describe(value)}` }],
  toApi,
});

/** Numbers and booleans are text to CloudFormation where text is wanted: an account id, a policy's version. */
export const text = leaf('text', (value) => typeof value !== 'object', String);

export const flag = leaf(
  'true or false',
  (value) => value === true || value === false || value === 'true' || value === 'false',
  (value) => value === true || value === 'true',
);

export const whole = leaf(
  'a whole number',
  (value) => ['number', 'string'].includes(typeof value) && value !== '' && Number.isInteger(Number(value)),
  Number,
);

export const number = leaf(
  'a number',
  (value) => ['number', 'string'].includes(typeof value) && value !== '' && !Number.isNaN(Number(value)),
  Number,
);

/** What is kept out of sight here: nobody reads it, so nothing can be wrong with it. */
export const anything: Shape = { problems: () => [], toApi: (value) => value };

export const oneOf = (...words: string[]): Shape =>
  leaf(`one of ${words.join(', ')}`, (value) => words.includes(String(value)), String);

/** A list that is a list in the API too. */
export const list = (item: Shape): Shape => ({
  problems: (value, at) => {
    if (value instanceof Later) return [];
    if (!Array.isArray(value)) return [{ at, text: `must be a list, not ${describe(value)}` }];
    return value.flatMap((each, index) => item.problems(each, [...at, index]));
  },
  toApi: (value) => (value as Value[]).map((each) => item.toApi(each)),
});

/** A list that CloudFront's API writes as {Quantity, Items}; without Items when it is empty. */
export const quantity = (item: Shape): Shape => ({
  ...list(item),
  toApi: (value) => {
    const items = (value as Value[]).map((each) => item.toApi(each));
    return items.length ? { Quantity: items.length, Items: items } : { Quantity: 0 };
  },
});

/** A list that templates wrap as {Items} and the API counts: {Quantity, Items}. */
export const items = (item: Shape): Shape =>
  record({ Items: required(quantity(item)) }, { finish: ({ Items }) => Items as Record<string, unknown> });

export interface RecordOptions {
  /** Properties that the type has and this driver does not. */
  readonly unsupported?: readonly string[];
  /** The last touch, where the API nests what the template keeps flat or wants a member that CloudFormation fills. */
  readonly finish?: (api: Record<string, unknown>) => Record<string, unknown>;
}

/** An object with named members. Others are refused: by name if AWS has them, as unknown if not. */
export function record(
  members: Readonly<Record<string, Shape | Member>>,
  { unsupported = [], finish = (api) => api }: RecordOptions = {},
): Shape {
  const member = (name: string): Member | undefined => {
    const found = members[name];
    return found && ('shape' in found ? found : { shape: found });
  };
  const stranger = (name: string, at: Path): Problem => ({
    at: [...at, name],
    text: unsupported.includes(name)
      ? `${name} is not supported by the local stack driver; leave it out of the rehearsal`
      : `unknown property ${name}; there are ${Object.keys(members).join(', ')}`,
  });
  return {
    problems: (value, at) => {
      if (value instanceof Later) return [];
      if (!isMembers(value)) return [{ at, text: `must be an object, not ${describe(value)}` }];
      const missing = Object.keys(members).filter(
        (name) => member(name)?.isRequired && value[name] === undefined,
      );
      return [
        ...missing.map((name) => ({ at, text: `${name} is missing` })),
        ...Object.entries(value).flatMap(
          ([name, each]) => member(name)?.shape.problems(each, [...at, name]) ?? [stranger(name, at)],
        ),
      ];
    },
    toApi: (value) =>
      finish(
        Object.fromEntries(
          Object.entries(value as Members).map(([name, each]) => {
            const { shape, apiName = name } = member(name)!;
            return [apiName, shape.toApi(each)];
          }),
        ),
      ),
  };
}

export const required = (shape: Shape): Member => ({ shape, isRequired: true });
export const named = (apiName: string, shape: Shape): Member => ({ shape, apiName });

export const tags = list(record({ Key: required(text), Value: required(text) }));
