import { isObject, type Json, type JsonObject } from '../json';

/**
 * How one value of the API's model is written in a template. `undefined` leaves it out; a path goes to `unknown`
 * where the model has a member that nobody has thought of, which must never be lost in silence.
 */
export type Shape = (value: Json, at: string, unknown: string[]) => Json | undefined;

/** Writes the value as it is. */
export const same: Shape = (value) => value;

/** The API writes empty text where a template has nothing. */
export const text: Shape = (value) => (value === '' ? undefined : value);

/** The API answers some numbers as text, such as the status of an error page. */
export const number: Shape = (value) => (value === '' ? undefined : Number(value));

/** For what a template cannot carry, or what only repeats something else. */
export const gone: Shape = () => undefined;

/** Switched off by `false` or emptiness: the API always answers these, templates name them when they are on. */
export const flag: Shape = (value) => (value === false ? undefined : value);

/** `{Quantity, Items}` of the API is a plain list in a template. An empty one is left out. */
export const list =
  (item: Shape = same): Shape =>
  (value, at, unknown) => {
    const items = itemsOf(value).map((each, index) => item(each, `${at}.Items[${index}]`, unknown));
    const written = items.filter((each) => each !== undefined);
    return written.length ? written : undefined;
  };

/** A few lists keep `{Quantity, Items}` in templates too. */
export const counted =
  (item: Shape = same): Shape =>
  (value, at, unknown) => {
    const items = list(item)(value, at, unknown);
    return Array.isArray(items) ? { Quantity: items.length, Items: items } : undefined;
  };

/** One member: another name in the template, or several members made of one. */
export type Rule =
  | Shape
  | { readonly as: string; readonly shape: Shape }
  | { readonly spread: (value: Json, at: string, unknown: string[]) => JsonObject };

/** A member that templates call something else. */
export const renamed = (as: string, shape: Shape = text): Rule => ({ as, shape });

/** A structure, member by member. Where nothing is left of it, it is left out itself. */
export const object =
  (rules: Readonly<Record<string, Rule>>): Shape =>
  (value, at, unknown) => {
    if (!isObject(value)) return undefined;
    const members = Object.entries(value).map(([name, each]) => {
      const rule = rules[name];
      const place = at ? `${at}.${name}` : name;
      if (each === null) return {};
      if (rule) return membersOf(name, rule, each, place, unknown);
      unknown.push(place);
      return {};
    });
    const written: JsonObject = Object.assign({}, ...members);
    return Object.keys(written).length ? written : undefined;
  };

function membersOf(name: string, rule: Rule, value: Json, at: string, unknown: string[]): JsonObject {
  if (typeof rule === 'object' && 'spread' in rule) return rule.spread(value, at, unknown);
  const { as, shape } = typeof rule === 'function' ? { as: name, shape: rule } : rule;
  const written = shape(value, at, unknown);
  return written === undefined ? {} : { [as]: written };
}

/** The members that have a value. */
export const present = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter((each): each is [string, Json] => each[1] !== undefined));

/** What is in a list of the API; none where it is left out, as it is when Quantity is 0. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  if (!isObject(value)) return [];
  return Array.isArray(value.Items) ? value.Items : [];
}
