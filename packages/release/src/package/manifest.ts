import { createHash } from 'node:crypto';

/** One package of a release. */
export interface PackageEntry {
  readonly typeName: string;
  readonly version: string;
  /** Of the package's bytes; its file is named by it, and so is its object in a bucket. */
  readonly sha256: string;
  readonly schemaSha256: string;
  readonly bytes: number;
  /** Below the manifest's folder. */
  readonly file: string;
}

/** What a release consists of. Nothing in it tells when or where it was made. */
export interface Manifest {
  readonly formatVersion: 1;
  readonly packages: readonly PackageEntry[];
}

export const manifestName = 'release.json';

/** @returns the package's line in a manifest: a function of its bytes. */
export function entryOf(
  type: { readonly typeName: string; readonly version: string; readonly slug: string },
  archive: Uint8Array,
  schema: Uint8Array,
): PackageEntry {
  const digest = sha256(archive);
  return {
    typeName: type.typeName,
    version: type.version,
    sha256: digest,
    schemaSha256: sha256(schema),
    bytes: archive.length,
    file: `${type.slug}/${digest}.zip`,
  };
}

/** The text of the manifest file: entries by type, so that the order of building is not in it. */
export function manifestText(entries: readonly PackageEntry[]): string {
  const packages = entries.toSorted((one, other) => (one.typeName < other.typeName ? -1 : 1));
  return `${JSON.stringify({ formatVersion: 1, packages } satisfies Manifest, undefined, 2)}\n`;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
