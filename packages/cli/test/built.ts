import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
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

/** Builds the bundles unless somebody just did: `npm test` builds before it tests. */
export function buildCutover(): void {
  const isFresh = (file: string): boolean =>
    existsSync(file) && Date.now() - statSync(file).mtimeMs < 600_000;
  if (!isFresh(bundle) || !isFresh(handlers))
    execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs')]);
}
