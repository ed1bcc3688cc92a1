// `npm test`: sets everything up, then runs every check. Ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareChromium } from './lib/chromium.mjs';
import { checkNode, installPackages } from './lib/dependencies.mjs';
import { prepareNjs } from './lib/njs.mjs';
import { inRoot } from './lib/repository.mjs';
import { exitCodeOf, main, run, runBeside } from './lib/run.mjs';

const tool = (path, ...args) => [process.execPath, [inRoot('node_modules', path), ...args]];

await main(async () => {
  checkNode();
  // Beside npm's packages and the checks, which leave a core free.
  const python = runBeside(inRoot('scripts', 'python.mjs'));
  if (!installPackages()) run(process.execPath, [inRoot('scripts', 'build.mjs')]);
  const checks = [
    ['typecheck', ...tool('typescript/bin/tsc', '--noEmit')],
    ['lint', ...tool('@biomejs/biome/bin/biome', 'check', '.')],
  ].filter(([name, program, args]) => !passes(name, program, args));
  await python;
  prepareChromium();
  prepareNjs();
  const tests = runJest(process.argv.slice(2));

  for (const [name] of checks) console.log(`${name} failed`);
  const failed = tests.failed + checks.length;
  console.log(`${tests.passed} passed, ${failed} failed`);
  if (failed > 0 || tests.passed === 0) process.exitCode = 1;
});

function passes(name, program, args) {
  console.log(`> ${name}`);
  return exitCodeOf(program, args) === 0;
}

/** Counts come from jest's own report; a test file that does not even load is one failure. */
function runJest(words) {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-test-'));
  const report = join(folder, 'jest.json');
  try {
    const ci = process.env.CI === undefined ? [] : ['--ci'];
    console.log('> jest');
    const exitCode = exitCodeOf(
      ...tool('jest/bin/jest.js', '--json', '--outputFile', report, ...ci, ...words),
      {
        // The report goes to the file; jest's lines for people are on standard error.
        stdio: ['ignore', 'ignore', 'inherit'],
        // The SDK's advice to take a newer Node would be printed once per test file.
        env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      },
    );
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: exitCode === 0 ? failed : Math.max(1, failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
