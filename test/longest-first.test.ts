import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const slow: string[] = require('../scripts/lib/slow-tests.json');
const LongestFirst = require('../scripts/lib/longest-first.cjs');

interface Test {
  readonly path: string;
  readonly context: unknown;
}

/** Nothing measured: no file of a cache is where this says. */
const config = { rootDir: root, cacheDirectory: '/nonexistent', id: 'none' };
const context = { config, hasteFS: { getSize: () => 0 } };
const testOf = (path: string): Test => ({ path: join(root, path), context });

test('every file that is said to be slow is there, and named once', () => {
  expect(slow.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(new Set(slow).size).toBe(slow.length);
});

test('where nothing was measured yet, the slow files come first, the slowest at the head', () => {
  const [first = '', second = ''] = slow;
  const quick = 'test/imports.test.ts';
  const sequencer = new LongestFirst({ contexts: [], globalConfig: {} });
  const sorted: Test[] = sequencer.sort([quick, second, first].map(testOf));
  expect(sorted.map(({ path }) => path)).toEqual([first, second, quick].map((path) => join(root, path)));
});
