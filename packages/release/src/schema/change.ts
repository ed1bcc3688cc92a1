/** What a change of a schema does to those who use the type already, in the words of version numbers. */
export type Severity = 'patch' | 'minor' | 'major';

export interface Change {
  readonly severity: Severity;
  /** `/properties/Target/DistributionId` */
  readonly at: string;
  readonly says: string;
}

const order: readonly Severity[] = ['patch', 'minor', 'major'];

/** The severest of all; undefined where nothing has changed. */
export const severest = (changes: readonly Change[]): Severity | undefined =>
  order.findLast((severity) => changes.some((change) => change.severity === severity));

/** A schema, or a part of one. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectIn = (schema: Json, name: string): Json => {
  const value = schema[name];
  return isObject(value) ? value : {};
};

export const textsIn = (schema: Json, name: string): string[] => {
  const value = schema[name];
  return Array.isArray(value) ? value.map(String) : [];
};

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
