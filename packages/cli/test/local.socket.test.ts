import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFrontClient, ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import { buildCutover, cutoverBin } from './built';

beforeAll(buildCutover, 60_000);

/** Runs the built command as a shell does. */
function cutover(
  words: string[],
  stateDir: string,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [cutoverBin, ...words], {
    env: { PATH: process.env.PATH, CUTOVER_STATE_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const result = { out: '', err: '' };
  child.stdout.on('data', (data) => (result.out += data));
  child.stderr.on('data', (data) => (result.err += data));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...result })));
}

const newStateDir = (): string => mkdtempSync(join(tmpdir(), 'cutover-state-'));

test('local --env starts a server once, finds it again, and --stop ends it', async () => {
  const state = newStateDir();
  const first = await cutover(['local', '--env'], state);
  try {
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+;$/m);
    expect(first.out).toMatch(/^export CUTOVER_LOCAL_PID=\d+;$/m);
    expect((await cutover(['local', '--env'], state)).out).toBe(first.out);

    const environment = JSON.parse((await cutover(['local', '--env', '--json'], state)).out);
    const client = new CloudFrontClient({
      endpoint: environment.AWS_ENDPOINT_URL,
      region: environment.AWS_REGION,
      credentials: {
        accessKeyId: environment.AWS_ACCESS_KEY_ID,
        secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
      },
    });
    const { DistributionList } = await client.send(new ListDistributionsCommand({}));
    expect(DistributionList?.Quantity).toBe(0);

    const second = await cutover(['local'], state);
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toMatch(/^cutover: a local AWS already runs on port \d+/);
  } finally {
    const stopped = await cutover(['local', '--stop'], state);
    expect(stopped.out).toMatch(/^Stopped the local AWS on port \d+\.\n$/);
  }
  expect((await cutover(['local', '--stop'], state)).out).toBe('No local AWS was running.\n');
}, 60_000);

test.each([
  ['in the foreground', []],
  ['in the background', ['--env']],
])(
  'a port in use is one line, %s',
  async (_, mode) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const { code, out, err } = await cutover(['local', '--port', String(port), ...mode], newStateDir());
    taken.close();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `cutover: port ${port} is in use; choose another with --port, or leave it out for a free one\n`,
    );
  },
  60_000,
);
