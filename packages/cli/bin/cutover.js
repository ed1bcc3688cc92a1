#!/usr/bin/env node
// Loads the bundle of the command line, building it first when it is missing or older than its sources.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..', '..');
const bundle = join(__dirname, '..', 'dist', 'cutover.cjs');
const build = join(root, 'scripts', 'build.mjs');

/** The time of the youngest file below a folder, 0 without one. */
function youngest(folder) {
  if (!existsSync(folder)) return 0;
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? youngest(path) : statSync(path).mtimeMs;
  });
  return Math.max(0, ...times);
}

function sources() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'));
  const types = readdirSync(root).filter((name) => name.startsWith('awscommunity-'));
  return [...packages, ...types.map((name) => join(root, name, 'src'))];
}

function isStale() {
  if (!existsSync(bundle)) return true;
  const builtAt = statSync(bundle).mtimeMs;
  return sources().some((folder) => youngest(folder) > builtAt);
}

// Outside of the repository there is nothing to build from.
if (existsSync(build) && isStale()) {
  const { status, stderr } = spawnSync(process.execPath, [build], { cwd: root, encoding: 'utf8' });
  if (status !== 0 || !existsSync(bundle)) {
    const reason = stderr.trim().split('\n')[0] || 'packages/cli/dist/cutover.cjs was not made';
    console.error(`cutover: the build failed: ${reason}`);
    process.exit(1);
  }
}
// Advice for whoever updates the bundled SDK, not for whoever runs it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
require(bundle);
