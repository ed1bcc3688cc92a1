import { createHash } from 'node:crypto';
import type { ReleasedType } from './stage';

/**
 * Short for what a person agrees to: these bytes, under these numbers, in these regions. What is there already is not in
 * it, so that it holds for the rest of a delivery that broke off.
 */
export function approvalOf(
  types: readonly Pick<ReleasedType, 'typeName' | 'version' | 'sha256'>[],
  regions: readonly string[],
): string {
  const agreed = [
    ...types.map(({ typeName, version, sha256 }) => `${typeName} ${version} ${sha256}`).sort(),
    ...regions.toSorted(),
  ];
  return createHash('sha256').update(agreed.join('\n')).digest('hex').slice(0, 12);
}
