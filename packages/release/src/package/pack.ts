import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TypeProject } from '../project/type-project';
import { readJson } from '../project/type-project';
import { UserError } from '../user-error';
import { buildPackage } from './build';
import { entryOf, type Manifest, manifestName, manifestText, type PackageEntry, sha256 } from './manifest';

/** Builds the types, and writes their packages and the manifest into a folder. @throws UserError */
export function packAll(projects: readonly TypeProject[], folder: string): PackageEntry[] {
  const entries = projects.map((project) => {
    const archive = buildPackage(project);
    const entry = entryOf(project, archive, readFileSync(project.schemaFile));
    const file = join(folder, entry.file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, archive);
    return entry;
  });
  writeFileSync(join(folder, manifestName), manifestText(entries));
  return entries;
}

/** The package of a manifest's line. @throws UserError when its bytes are not those that the manifest speaks of. */
export function readPackage(folder: string, { file, sha256: expected, typeName }: PackageEntry): Uint8Array {
  const archive = readFileSync(join(folder, file));
  if (sha256(archive) !== expected)
    throw new UserError(`${join(folder, file)}, the package of ${typeName}, was changed after it was packed`);
  return archive;
}

export const readManifest = (folder: string): Manifest => readJson(join(folder, manifestName)) as Manifest;
