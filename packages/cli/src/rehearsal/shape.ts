import { UserError } from '../user-error';

/** Where in which file a value stands, for the message when it is not what it should be. */
export interface Place {
  readonly file: string;
  /** `deploy[0].template`; empty for the document itself. */
  readonly path: string;
}

/** Turns a value of a YAML document into a typed one, or refuses it with a sentence that names the place. */
export type Reader<T> = (value: unknown, place: Place) => T;

export const inside = (place: Place, key: string | number): Place => ({
  file: place.file,
  path: typeof key === 'number' ? `${place.path}[${key}]` : place.path === '' ? key : `${place.path}.${key}`,
});

/** @throws UserError always: one line with file, place, and what to do. */
export function refuse(place: Place, sentence: string): never {
  throw new UserError(`${place.file}: ${place.path === '' ? 'the document' : place.path} ${sentence}`);
}

const shown = (value: unknown): string => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
};

export const text: Reader<string> = (value, place) =>
  typeof value === 'string' && value !== '' ? value : refuse(place, `must be a text, not ${shown(value)}`);

/** A number of at least `least`. */
export const numberFrom =
  (least: number): Reader<number> =>
  (value, place) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? value
      : refuse(place, `must be a number of at least ${least}, not ${shown(value)}`);

export const flag: Reader<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : refuse(place, `must be true or false, not ${shown(value)}`);

/** A text of a form, such as twelve digits. */
export const textLike =
  (form: RegExp, words: string): Reader<string> =>
  (value, place) =>
    typeof value === 'string' && form.test(value)
      ? value
      : refuse(place, `must be ${words}, not ${shown(value)}`);

/** One of these words. */
export const oneOf =
  <T extends string>(words: readonly T[]): Reader<T> =>
  (value, place) =>
    words.find((word) => word === value) ??
    refuse(place, `must be one of ${words.join(', ')}, not ${shown(value)}`);

export const listOf =
  <T>(item: Reader<T>): Reader<T[]> =>
  (value, place) =>
    Array.isArray(value)
      ? value.map((each, i) => item(each, inside(place, i)))
      : refuse(place, `must be a list, not ${shown(value)}`);

export const mapOf =
  <T>(item: Reader<T>): Reader<Record<string, T>> =>
  (value, place) =>
    Object.fromEntries(
      Object.entries(mapping(value, place)).map(([key, each]) => [key, item(each, inside(place, key))]),
    );

/** One value where a list may stand too. */
export const oneOrMore =
  <T>(item: Reader<T>): Reader<T[]> =>
  (value, place) =>
    Array.isArray(value) ? listOf(item)(value, place) : [item(value, place)];

/** Scalars of any kind as the text that CloudFormation makes of them. */
export const scalarAsText: Reader<string> = (value, place) =>
  ['string', 'number', 'boolean'].includes(typeof value)
    ? String(value)
    : refuse(place, `must be a text, a number or true/false, not ${shown(value)}`);

interface Field<T> {
  readonly read: Reader<T>;
  readonly fallback?: () => T;
}

export const required = <T>(read: Reader<T>): Field<T> => ({ read });
export const optional = <T>(read: Reader<T>, fallback: () => T): Field<T> => ({ read, fallback });
export const maybe = <T>(read: Reader<T>): Field<T | undefined> => ({ read, fallback: () => undefined });

type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/** A mapping with exactly these keys: a key nobody reads is a typing error that would be passed over silently. */
export const record =
  <T>(fields: Fields<T>): Reader<T> =>
  (value, place) => {
    const given = mapping(value, place);
    const allowed = Object.keys(fields);
    const unknown = Object.keys(given).find((key) => !allowed.includes(key));
    if (unknown !== undefined)
      refuse(inside(place, unknown), `is not known; allowed here: ${allowed.join(', ')}`);
    const read = ([key, field]: [string, Field<unknown>]) => [key, readField(given, key, field, place)];
    return Object.fromEntries(
      Object.entries<Field<unknown>>(fields as Fields<Record<string, unknown>>).map(read),
    ) as T;
  };

function readField(
  given: Record<string, unknown>,
  key: string,
  field: Field<unknown>,
  place: Place,
): unknown {
  const value = given[key];
  if (value !== undefined && value !== null) return field.read(value, inside(place, key));
  return field.fallback ? field.fallback() : refuse(inside(place, key), 'is missing');
}

function mapping(value: unknown, place: Place): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : refuse(place, `must be a mapping, not ${shown(value)}`);
}
