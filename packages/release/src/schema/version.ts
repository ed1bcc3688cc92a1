import type { Severity } from './change';

/** Number of a public version; what the registry takes has three parts. */
const form = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

type Parts = readonly [major: number, minor: number, patch: number];

const partsOf = (version: string): Parts | undefined => {
  const [, ...parts] = form.exec(version) ?? [];
  return parts.length === 3 ? (parts.map(Number) as unknown as Parts) : undefined;
};

/** The least version that may follow. Below 1.0.0 the minor number is the one that breaks. */
export function nextVersion(version: string, severity: Severity): string {
  const [major, minor, patch] = partsOf(version) ?? [0, 0, 0];
  if (severity === 'major') return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  if (severity === 'minor') return major === 0 ? `0.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

export const isAtLeast = (version: string, least: string): boolean => {
  const [one, other] = [partsOf(version), partsOf(least)];
  if (!one || !other) return false;
  const first = [0, 1, 2].find((index) => one[index] !== other[index]);
  return first === undefined || one[first]! > other[first]!;
};

export const isVersion = (version: string): boolean => partsOf(version) !== undefined;
