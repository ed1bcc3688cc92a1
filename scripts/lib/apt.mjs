import { spawnSync } from 'node:child_process';

/**
 * On a new machine in CI a Debian package is installed where apt can; on a desk nobody's machine is changed. The tests
 * that want it say themselves that it is not there, and fail in CI.
 */
export function installInCi(name, purpose) {
  if (process.env.CI === undefined) return;
  const quietly = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', ['--version'], quietly).status !== 0) return;
  console.log(`Installing ${name} for ${purpose} (once) ...`);
  spawnSync('apt-get', ['update', '-qq'], quietly);
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', name], quietly);
  if (status !== 0) console.log(`apt-get install ${name} ended with ${status}`);
}
