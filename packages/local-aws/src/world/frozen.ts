/**
 * A frozen copy without members that are undefined. What the world stores is shared by answers, edges and the log
 * without further copies; whoever tries to change it gets a TypeError at the place of the mistake.
 */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  const copy: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) copy[name] = frozenCopy(member);
  }
  return Object.freeze(copy) as T;
}
