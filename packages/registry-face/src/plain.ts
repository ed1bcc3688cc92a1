/**
 * A model of the runtime library as plain JSON: its sets are arrays again (the schema's uniqueItems), and nulls and
 * undefined go, at every depth; the library strips only the top level, and the contract allows none.
 */
export function plainOf(value: unknown): unknown {
  if (value instanceof Set || Array.isArray(value)) return [...value].map(plainOf);
  if (value instanceof Map) return plainOf(Object.fromEntries(value));
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, plainOf(member)]));
}
