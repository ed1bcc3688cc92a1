import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Files } from './zip';

/** Every file below a folder, by its path with slashes; nothing where there is no folder. */
export function filesBelow(folder: string, prefix = ''): Files {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [prefix + relative(folder, path).replaceAll(sep, '/'), readFileSync(path)] as const);
  return Object.fromEntries(files);
}

/** One file, if it is there. */
export const fileIn = (folder: string, name: string): Files =>
  existsSync(join(folder, name)) ? { [name]: readFileSync(join(folder, name)) } : {};
