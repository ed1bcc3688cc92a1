import { generationText } from '../layout/grammar';

/** A host's record, and the generation from which on it counts. */
export interface Version {
  readonly generation: number;
  readonly record: string;
}

/** Items that lie by a host's name; the others lie by their content. */
export const isOfHost = (key: string): boolean => key.startsWith('h:') || key.startsWith('w:');

/** What such an item holds: one version, or two while two generations run, the newer first. */
export function versionsOf(value: string): Version[] {
  const digits = generationText(0).length;
  return value
    .split('\f')
    .filter((version) => version !== '')
    .map((version) => ({
      generation: Number.parseInt(version.slice(0, digits), 36),
      record: version.slice(digits),
    }));
}

export const versioned = ({ generation, record }: Version): string => generationText(generation) + record;

export const twoVersions = (newer: Version, older: Version): string =>
  `\f${versioned(newer)}\f${versioned(older)}`;
