import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inRoot = (...parts) => join(root, ...parts);

/** Folders of registry types: those that hold a schema of their own name. */
export function typeFolders() {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith('awscommunity-'))
    .map((entry) => inRoot(entry.name))
    .filter((folder) => existsSync(join(folder, 'package.json')));
}

export const bundleOf = (typeFolder) => join(typeFolder, 'build', 'TypeFunction', 'dist', 'handlers.js');
