import { existsSync, statSync } from 'node:fs';
import { inRoot } from './repository.mjs';
import { run, StepFailed } from './run.mjs';

const LOWEST_NODE = 20;

export function checkNode(version = process.versions.node) {
  const major = Number(version.split('.')[0]);
  if (major < LOWEST_NODE)
    throw new StepFailed(`Node ${LOWEST_NODE} or newer is needed; this is ${version}.`);
}

/** `npm ci` when nothing is installed, or what is installed is older than the lock file. @returns whether it ran. */
export function installPackages() {
  const installed = inRoot('node_modules', '.package-lock.json');
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
  if (isCurrent) return false;
  console.log('Installing npm packages (once) ...');
  // Its "prepare" script builds too.
  run('npm', ['ci', '--no-audit', '--no-fund']);
  return true;
}
