const copies = new WeakSet<object>();

/** Whether an object is (part of) something that `frozenCopy` made. */
export const isFrozenCopy = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && copies.has(value);

/**
 * A frozen copy without members that are undefined. What the world stores is shared by answers, edges and the log
 * without further copies; whoever tries to change it gets a TypeError at the place of the mistake. What is such a
 * copy already is taken as it is: a changed configuration shares everything that did not change.
 */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date || copies.has(value)) return value;
  const copy = Object.freeze(Array.isArray(value) ? value.map(frozenCopy) : copyOfMembers(value));
  copies.add(copy);
  return copy as T;
}

function copyOfMembers(value: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[name] = frozenCopy(member);
  }
  return copy;
}
