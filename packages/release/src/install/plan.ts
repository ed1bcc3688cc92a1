import type { TypeVersion } from '@cutover/aws-adapter';

/** CloudFormation User Guide, quotas: live versions of a type in one account and region. */
export const versionSlots = 50;

/**
 * Versions to deregister so that one more finds a slot: the oldest that no stack uses.
 * @param versions oldest first
 */
export function roomFor(versions: readonly TypeVersion[]): readonly TypeVersion[] {
  const surplus = versions.length + 1 - versionSlots;
  return surplus > 0 ? versions.filter(({ isDefault }) => !isDefault).slice(0, surplus) : [];
}

/** The order in which all versions go: the default one last, since CloudFormation keeps it while others live. */
export const inOrderOfLeaving = (versions: readonly TypeVersion[]): readonly TypeVersion[] => [
  ...versions.filter(({ isDefault }) => !isDefault),
  ...versions.filter(({ isDefault }) => isDefault),
];

/**
 * Old versions that nobody uses.
 * @param keep so many of the newest stay beside the default one
 */
export function idleVersions(versions: readonly TypeVersion[], keep: number): readonly TypeVersion[] {
  const others = versions.filter(({ isDefault }) => !isDefault);
  return others.slice(0, Math.max(0, others.length - keep));
}
