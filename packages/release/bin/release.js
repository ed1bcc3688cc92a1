#!/usr/bin/env node
// Builds the command from its sources, which takes less than a second, and runs it.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const build = join(__dirname, '..', '..', '..', 'scripts', 'build.mjs');
const { status, stderr } = spawnSync(process.execPath, [build, 'release'], { encoding: 'utf8' });
if (status !== 0) {
  console.error(`release: the build failed: ${stderr.trim().split('\n')[0]}`);
  process.exit(1);
}
// Advice for whoever updates the bundled SDK, not for whoever runs it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
require('../dist/release.cjs');
