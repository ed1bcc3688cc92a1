import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import bugs from '../bugs.json';

const root = join(__dirname, '..', '..', '..');

interface Hunt {
  readonly says: string;
  readonly found: { readonly law: string; readonly fault: string } | null;
}

test('the explorer finds every bug that is planted into the plan, and none where there is none', () => {
  const printed = execFileSync(process.execPath, [join(root, 'scripts', 'bugs.mjs'), '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const hunts = JSON.parse(printed) as Hunt[];
  expect(hunts.map(({ says }) => says)).toEqual(bugs.map(({ says }) => says));
  expect(hunts.filter(({ found }) => found === null)).toEqual([]);
  expect(hunts.length).toBeGreaterThanOrEqual(30);
}, 900_000);
