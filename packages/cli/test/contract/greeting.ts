import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fixture = join(__dirname, '..', 'fixtures', 'contract', 'greeting');
const nodeModules = join(__dirname, '..', '..', '..', '..', 'node_modules');

export type Edit = readonly [file: string, from: string | RegExp, to: string];

/** A stranger's resource type, built, with these edits. */
export function greetingWith(...edits: Edit[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'greeting-'));
  cpSync(fixture, folder, { recursive: true });
  mkdirSync(join(folder, 'build', 'TypeFunction', 'dist'), { recursive: true });
  cpSync(join(fixture, 'handlers.js'), join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js'));
  symlinkSync(nodeModules, join(folder, 'node_modules'));
  for (const edit of edits) editFile(folder, edit);
  return folder;
}

/** Replaces the first match. @throws when there is none: the test would test nothing */
export function editFile(folder: string, [file, from, to]: Edit): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`${file} has no ${from} to edit`);
  writeFileSync(path, edited);
}
