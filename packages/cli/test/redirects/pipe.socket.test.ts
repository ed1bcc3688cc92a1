import { spawn } from 'node:child_process';
import { buildCutover, cutoverBin } from '../built';
import { fixture } from './run';

beforeAll(buildCutover, 60_000);

test('a reader that has seen enough ends the stream of answers without a word', async () => {
  const child = spawn(process.execPath, [cutoverBin, 'redirects', 'answer', fixture('rules.yml')]);
  let stderr = '';
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece.toString();
  });
  // What is still on its way to a process that has ended is lost, as it should be.
  child.stdin.on('error', () => child.stdin.destroy());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const feed = (): void => {
    while (
      child.stdin.writable &&
      child.stdin.write('{"host":"old.example.com","uri":"/gone"}\n'.repeat(1000))
    );
  };
  child.stdin.on('drain', feed);
  feed();
  const first: Buffer = await new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.destroy();
  expect(first.toString()).toMatch(/^\{"status":410,/);
  await ended;
  expect(stderr).toBe('');
}, 60_000);
