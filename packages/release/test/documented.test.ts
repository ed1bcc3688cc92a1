import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../src/main';
import { recordingIo, root } from './workbench';

const pages = ['RELEASE.md', join('docs', 'release.md')].map((name) =>
  readFileSync(join(root, name), 'utf8'),
);
/** In a block of their own, or in a sentence. */
const commands = pages.flatMap((page) =>
  Array.from(page.matchAll(/^ +npx release (.+)$|`npx release ([a-z][^`$]*)`/gm), ([, block, sentence]) =>
    (block ?? sentence ?? '').split(' '),
  ),
);

test('the pages show commands', () => {
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

async function names(): Promise<string[]> {
  const io = recordingIo(root);
  await main(['--help'], io);
  const [, list = ''] = io.stdout.split('Commands:');
  return Array.from(list.matchAll(/^ {2}([a-z]+) /gm), ([, name]) => name!).filter((name) => name !== 'help');
}

test('every command answers as JSON too, and its help has an example and the exit codes', async () => {
  const lacking: string[] = [];
  for (const name of await names()) {
    const io = recordingIo(root);
    await main([name, '--help'], io);
    for (const words of ['--json', 'Example', `$ npx release ${name} `.trimEnd(), 'Exit codes:'])
      if (!io.stdout.includes(words)) lacking.push(`${name}: ${words}`);
  }
  expect(lacking).toEqual([]);
});

test('every command is on a page', async () => {
  const all = await names();
  expect(all.filter((name) => !commands.some(([command]) => command === name))).toEqual([]);
  expect(all.length).toBeGreaterThan(6);
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
