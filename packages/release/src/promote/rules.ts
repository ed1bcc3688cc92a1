import { isAtLeast, isVersion } from '../schema/version';

export interface Promotion {
  /** X.Y.Z */
  readonly version: string;
  /** Numbers of the releases there are: tags `release-X.Y.Z`. */
  readonly released: readonly string[];
  readonly changelog: string;
  /** Files that differ from the commit. */
  readonly changedFiles: readonly string[];
}

/** Why a commit cannot be promoted, in sentences. */
export function promotionProblems({ version, released, changelog, changedFiles }: Promotion): string[] {
  if (!isVersion(version)) return [`${version} has not the form 1.2.3`];
  const newer = released.filter((other) => isAtLeast(other, version));
  return [
    ...(newer.length > 0 ? [`release-${newer[0]} is there already: the number has to grow`] : []),
    ...(notesOf(changelog, version) ? [] : [`CHANGELOG.md has no notes under a heading with ${version}`]),
    ...(changedFiles.length > 0
      ? [
          `${changedFiles.length} files are not committed, ${changedFiles[0]} among them: a release is a commit`,
        ]
      : []),
  ];
}

/** The notes of a release: what stands below its heading, up to the next one. */
export function notesOf(changelog: string, version: string): string | undefined {
  const lines = changelog.split('\n');
  const isHeading = (line: string): boolean => /^##? /.test(line);
  const from = lines.findIndex((line) => isHeading(line) && line.split(/[\s[\]()]+/).includes(version));
  if (from === -1) return undefined;
  const below = lines.slice(from + 1);
  const until = below.findIndex(isHeading);
  return (
    below
      .slice(0, until === -1 ? undefined : until)
      .join('\n')
      .trim() || undefined
  );
}
