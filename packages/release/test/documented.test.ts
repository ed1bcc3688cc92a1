import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/main';
import { recordingIo, root } from './workbench';

const page = readFileSync(join(root, 'docs', 'release.md'), 'utf8');
const commands = Array.from(page.matchAll(/^ {4}npx release (.+)$/gm), ([, words = '']) => words.split(' '));

test('the page shows commands', () => {
  expect(commands.length).toBeGreaterThan(8);
});

test.each(commands.map((words) => [words.join(' '), words] as const))(
  '`release %s` is a command, and has these options',
  async (_line, [command = '', ...words]) => {
    const io = recordingIo(root);
    expect(await main([command, '--help'], io)).toBe(0);
    for (const option of words.filter((word) => word.startsWith('--'))) expect(io.stdout).toContain(option);
  },
);

test('every command is on the page', async () => {
  const io = recordingIo(root);
  await main(['--help'], io);
  const [, list = ''] = io.stdout.split('Commands:');
  const names = Array.from(list.matchAll(/^ {2}([a-z]+) /gm), ([, name]) => name!).filter(
    (name) => name !== 'help',
  );
  expect(names.filter((name) => !commands.some(([command]) => command === name))).toEqual([]);
  expect(names.length).toBeGreaterThan(6);
});

test.each([
  ['install', '--regoin', 'x'],
  ['frobnicate'],
  ['package', 'Acme::No::Such'],
  ['check', '--only', 'spelling'],
])('bad input ends with 2 and one line: %s', async (...words) => {
  const io = recordingIo(root);
  expect(await main(words, io)).toBe(2);
  expect(io.stderr).toMatch(/^release: .+/);
});
