// `npm test`: sets everything up, then runs every check. Ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, installPackages } from './lib/dependencies.mjs';
import { inRoot } from './lib/repository.mjs';
import { main, run, runBeside, start } from './lib/run.mjs';

const tool = (path, ...args) => [process.execPath, [inRoot('node_modules', path), ...args]];

await main(async () => {
  checkNode();
  // Beside npm's packages: these wait for the network and the disk in turns.
  const others = ['python.mjs', 'debian.mjs'].map((script) => runBeside(inRoot('scripts', script)));
  if (!installPackages()) run(process.execPath, [inRoot('scripts', 'build.mjs')]);
  console.log('> typecheck and lint, beside the tests');
  const checks = [
    check('typecheck', ...tool('typescript/bin/tsc', '--noEmit')),
    check('lint', ...tool('@biomejs/biome/bin/biome', 'check', '.')),
  ];
  await Promise.all(others);
  const tests = await runJest(process.argv.slice(2));

  const failedChecks = (await Promise.all(checks)).filter(({ exitCode }) => exitCode !== 0);
  for (const { name, said } of failedChecks) console.log(`${said}\n${name} failed`);
  const failed = tests.failed + failedChecks.length;
  console.log(`${tests.passed} passed, ${failed} failed`);
  if (failed > 0 || tests.passed === 0) process.exitCode = 1;
});

/** What it says is told after the tests: a line of it between theirs would not be read. */
async function check(name, program, args) {
  return { name, ...(await start(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })) };
}

/** Counts come from jest's own report; a test file that does not even load is one failure. */
async function runJest(words) {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-test-'));
  const report = join(folder, 'jest.json');
  try {
    const ci = process.env.CI === undefined ? [] : ['--ci'];
    console.log('> jest');
    // Worlds die young: with room for them less is copied while it lives. Jest's workers take the flag over.
    const young = '--max-semi-space-size=64';
    const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
    const { exitCode } = await start(
      process.execPath,
      [young, jest, '--json', '--outputFile', report, ...ci, ...words],
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
