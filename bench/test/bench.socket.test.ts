import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(__dirname, '..', 'run.mjs');
const bench = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

test('a quick run gives a row for each pair, with a peer that has a name', () => {
  const { rows } = JSON.parse(bench('--quick', '--json').stdout);
  // What njs answers is left out where there is none, and what it takes without valgrind.
  expect([40, 48, 49]).toContain(rows.length);
  for (const row of rows) {
    expect(row).toEqual({
      name: expect.any(String),
      unit: expect.any(String),
      ours: expect.any(Number),
      peer: expect.any(Number),
      against: expect.any(String),
      ratio: row.ours / row.peer,
    });
  }
}, 120_000);

test('an option that does not exist is bad usage', () => {
  expect(bench('--fast')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("Unknown option '--fast'"),
  });
});
