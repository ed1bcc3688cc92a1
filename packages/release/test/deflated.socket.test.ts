import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './workbench';

/** Bundles a module that asks for recheck, as a type's handlers are bundled. @returns the bundle's text */
const program = `
import esbuild from ${JSON.stringify(join(root, 'node_modules', 'esbuild', 'lib', 'main.js'))};
import { rareModulesDeflated } from ${JSON.stringify(join(root, 'scripts', 'lib', 'deflated.mjs'))};
const contents = "exports.costOf = (text) => require('recheck/lib/browser.js').checkSync(text, '', { attackTimeout: null, incubationTimeout: null, timeout: 60_000 }).status";
const { outputFiles } = await esbuild.build({
  stdin: { contents, resolveDir: ${JSON.stringify(root)} },
  bundle: true, platform: 'node', format: 'cjs', write: false, minifyWhitespace: true, plugins: [rareModulesDeflated],
});
process.stdout.write(outputFiles[0].text);
`;

let folder: string;
let bundles: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-deflated-'));
  writeFileSync(join(folder, 'bundle.mjs'), program);
  bundles = [0, 1].map(() => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bundle.mjs')], {
      maxBuffer: 1 << 26,
    });
    expect(stderr.toString()).toBe('');
    return stdout.toString();
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a rare module takes a third of its bytes in a bundle, and the same bytes each time', () => {
  expect(bundles[0]!.length).toBeLessThan(1_000_000);
  expect(bundles[1]).toBe(bundles[0]);
});

test('and works when it is asked for', () => {
  const file = join(folder, 'bundle.cjs');
  writeFileSync(file, bundles[0]!);
  const ask = "const { costOf } = require(process.argv[1]); console.log(costOf('^a+$'), costOf('^(a+)+$'))";
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', ask, file], { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['safe vulnerable\n', '']);
}, 60_000);
