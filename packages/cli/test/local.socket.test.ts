import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CloudFrontClient, ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import { buildCutover, cutoverBin, examplesFolder } from './built';

const run = promisify(execFile);

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

test('local FOLDER begins with what a rehearsal has before: AWS by profile, names by curl', async () => {
  const state = newStateDir();
  const folder = join(examplesFolder, 'cross-account');
  const started = await cutover(['local', folder, '--env', '--json'], state);
  try {
    expect(started).toMatchObject({ code: 0, err: '' });
    const environment = { PATH: process.env.PATH, ...JSON.parse(started.out) };
    for (const file of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'CURL_HOME'])
      expect(environment[file].startsWith(state)).toBe(true);
    const config = readFileSync(environment.AWS_CONFIG_FILE, 'utf8');
    expect(config.match(/^\[.*\]$/gm)).toEqual(['[default]', '[profile source]', '[profile target]']);
    for (const line of ['curl -sD - https://a.example.com/', `${environment.CUTOVER_LOCAL_CURL} -sD -`]) {
      const { stdout } = await run('sh', ['-c', line], { env: environment });
      expect(stdout).toMatch(/^HTTP\/2 200/);
      expect(stdout).toContain('x-migration: source account distribution');
    }
    const elsewhere = await cutover(['local', join(examplesFolder, 'naive'), '--env'], state);
    expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining(`from ${folder}`) });
  } finally {
    await cutover(['local', '--stop'], state);
  }
}, 60_000);

test('local lets time pass at POST /_local/advance', async () => {
  const state = newStateDir();
  const { out } = await cutover(['local', '--env', '--json'], state);
  try {
    const local = `${JSON.parse(out).AWS_ENDPOINT_URL}/_local`;
    const health = async () => (await (await fetch(`${local}/health`)).json()) as { now: string };
    const before = Date.parse((await health()).now);
    await fetch(`${local}/advance`, { method: 'POST', body: '{"seconds": 3600}' });
    expect(Date.parse((await health()).now) - before).toBeGreaterThanOrEqual(3_600_000);
  } finally {
    await cutover(['local', '--stop'], state);
  }
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
