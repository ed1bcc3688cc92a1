import { unzipSync, zipSync } from 'fflate';

/** Files by their paths in the archive. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The first moment that the format knows, in the local time that it is written in: the same bytes in every zone. */
const firstMoment = new Date(1980, 0, 1);
const unix = 3;
const plainFile = 0o100644;

/**
 * An archive that depends on names and contents alone, so that equal sources make equal packages on every machine.
 * Files are stored as they are: deflate writes other bytes from one zlib to the next, and `cfn submit` stores too.
 */
export function zipOf(files: Files): Uint8Array {
  const sorted = Object.keys(files).sort();
  return zipSync(Object.fromEntries(sorted.map((path) => [path, [files[path]!, settings]])));
}

const settings = { level: 0, mtime: firstMoment, os: unix, attrs: plainFile << 16 } as const;

/** @throws Error when the bytes are no archive. */
export const filesIn = (archive: Uint8Array): Files => unzipSync(archive);
