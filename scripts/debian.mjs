// What the tests want of the machine itself. On a new machine in CI it is installed where apt can; on a desk nobody's
// machine is changed, and the tests that want it say themselves that it is not there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inRoot } from './lib/repository.mjs';

/** Where Chromium usually is; the browser tests read the same list. */
const chromiumPaths = JSON.parse(readFileSync(inRoot('scripts', 'lib', 'chromium-paths.json'), 'utf8'));

const wanted = [
  {
    isThere: () => [process.env.CHROMIUM, ...chromiumPaths].some((path) => path && existsSync(path)),
    // Without what it recommends, which is as much again, for printers and desktops; the fonts are of that.
    packages: ['chromium', 'fonts-dejavu-core', 'fonts-liberation'],
  },
  {
    // The strict judge of function code: njs 0.7.9, as Debian 12 has it.
    isThere: () => spawnSync(process.env.NJS ?? 'njs', ['-v'], { stdio: 'ignore' }).status === 0,
    packages: ['njs'],
  },
];

const missing = wanted.filter(({ isThere }) => !isThere()).flatMap(({ packages }) => packages);
if (process.env.CI !== undefined && missing.length > 0 && apt('--version') === 0) {
  console.log(`Installing ${missing.join(', ')} for tests (once) ...`);
  apt('update', '-qq');
  const status = apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
  if (status !== 0) console.log(`apt-get install ${missing.join(' ')} ended with ${status}`);
}

function apt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', words, { stdio: 'ignore', env }).status;
}
