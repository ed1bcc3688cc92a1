/**
 * A property's value once its functions are resolved. JSON types are kept as they are written; CloudFormation
 * sends numbers and booleans to some handlers as text, so that a handler has to take both.
 */
export type Value = string | number | boolean | Later | Value[] | Members;
export type Members = { [name: string]: Value };

/** A value that only exists once a resource does; stands in for it while a template is checked before any call. */
export class Later {
  /** @param what `Target.DomainName`, for messages */
  constructor(readonly what: string) {}
}

export const isMembers = (value: Value | undefined): value is Members =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Later);

/** Whether a value, or anything in it, has to wait for a resource. */
export const isLater = (value: Value): boolean => {
  if (value instanceof Later) return true;
  if (Array.isArray(value)) return value.some(isLater);
  return isMembers(value) && Object.values(value).some(isLater);
};

/** Equal as JSON, whatever the order of the members. A value that is not known yet equals nothing. */
export function isEqual(one: Value | undefined, other: Value | undefined): boolean {
  if (one instanceof Later || other instanceof Later) return false;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index]));
  if (isMembers(one) && isMembers(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => isEqual(one[name], other[name]));
  }
  return one === other;
}

/** `the text 'x'`, `a list`: how a message names what was found. */
export function describe(value: Value): string {
  if (Array.isArray(value)) return 'a list';
  if (isMembers(value)) return 'an object';
  if (value instanceof Later) return `the value of ${value.what}`;
  return typeof value === 'string' ? `the text '${value}'` : `the ${typeof value} ${value}`;
}
