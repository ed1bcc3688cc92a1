import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './repository.mjs';

/** Where Chromium usually is; the browser tests read the same list. */
const paths = JSON.parse(readFileSync(inRoot('scripts', 'lib', 'chromium-paths.json'), 'utf8'));

/** @returns the path of Chromium or Chrome, from the environment or where they usually are; undefined without one. */
export const findChromium = () => [process.env.CHROMIUM, ...paths].find((path) => path && existsSync(path));

/**
 * On a new machine in CI the browser is installed where apt can; on a desk nobody's machine is changed. Without one the
 * browser tests say so themselves, and fail in CI.
 */
export function prepareChromium() {
  if (findChromium() !== undefined || process.env.CI === undefined) return;
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', ['--version'], quietly).status !== 0) return;
  console.log('Installing Chromium for the browser tests (once) ...');
  spawnSync('apt-get', ['update', '-qq'], quietly);
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quietly);
  if (status !== 0) console.log(`apt-get install chromium ended with ${status}`);
}
