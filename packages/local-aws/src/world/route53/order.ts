import type { ResourceRecordSet } from '@aws-sdk/client-route-53';

/**
 * Route 53 lists by the name with its labels reversed, last dot included (`com.example.www.`), then by type, then
 * by identifier, all in ASCII order (API reference of ListResourceRecordSets).
 */
const reversed = (name: string): string => `${name.replace(/\.$/, '').split('.').reverse().join('.')}.`;

const ascii = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export const compareNames = (one: string, other: string): number => ascii(reversed(one), reversed(other));

export interface Position {
  readonly name: string;
  readonly type?: string;
  readonly identifier?: string;
}

/** Below zero when `set` comes before the position; a position without type is before every type of its name. */
export const comparePosition = (set: ResourceRecordSet, position: Position): number =>
  compareNames(set.Name ?? '', position.name) ||
  ascii(set.Type ?? '', position.type ?? '') ||
  ascii(set.SetIdentifier ?? '', position.identifier ?? '');

export const inOrder = (sets: readonly ResourceRecordSet[]): ResourceRecordSet[] =>
  [...sets].sort((one, other) =>
    comparePosition(one, { name: other.Name ?? '', type: other.Type, identifier: other.SetIdentifier }),
  );
