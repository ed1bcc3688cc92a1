import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

export const cutoverBin = join(root, 'packages', 'cli', 'bin', 'cutover.js');
export const examplesFolder = join(root, 'examples');

const bundle = join(root, 'packages', 'cli', 'dist', 'cutover.cjs');
const handlers = join(
  root,
  'awscommunity-cloudfront-aliasmigration',
  'build',
  'TypeFunction',
  'dist',
  'handlers.js',
);

/** Builds the bundles unless they are younger than all sources: `npm test` builds before it tests. */
export function buildCutover(): void {
  const changedAt = Math.max(...sourceFolders().map(youngestBelow));
  const isFresh = (file: string): boolean => existsSync(file) && statSync(file).mtimeMs >= changedAt;
  if (!isFresh(bundle) || !isFresh(handlers))
    execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')]);
}

const sourceFolders = (): string[] =>
  [root, join(root, 'packages')]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name, 'src')))
    .filter((folder) => existsSync(folder));

const youngestBelow = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true }).map((path) => statSync(join(folder, `${path}`)).mtimeMs),
  );
