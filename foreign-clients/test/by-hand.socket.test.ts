import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { buildCutover, cutoverBin, examplesFolder } from '../../packages/cli/test/built';

const run = promisify(execFile);
const folder = join(examplesFolder, 'by-hand');
const venv = join(__dirname, '..', '..', '.venv', 'bin');

/** One line of the loop of curl. */
interface Seen {
  readonly side: string;
  readonly status: string;
}

/** `< x-migration: source account distribution` and `http status code: 200`, as egrep lets them through. */
const seenIn = (output: string): Seen[] =>
  Array.from(
    output.matchAll(/timestamp:\d+(?:< x-migration: (\w+)[^\n]*\n)?http status code: (\d+)/g),
    ([, side = 'nobody', status]) => ({ side, status: status! }),
  );

/** The procedure of examples/by-hand with the real AWS CLI, bash and curl, after `cutover local`. */
describe('the move by hand, while curl asks ten times a second', () => {
  const state = mkdtempSync(join(tmpdir(), 'by-hand-'));
  let environment: Record<string, string>;
  let watch: ChildProcess;
  let output = '';

  const cutover = (...words: string[]) =>
    run(process.execPath, [cutoverBin, 'local', ...words], {
      env: { PATH: process.env.PATH, CUTOVER_STATE_DIR: state },
    });
  const step = (name: string) => run('bash', [join(folder, 'steps', `${name}.sh`)], { env: environment });

  /** Waits until the loop has seen this side three times in a row. */
  const answersFrom = async (side: string): Promise<void> => {
    const isThere = (): boolean => {
      const last = seenIn(output).slice(-3);
      return last.length === 3 && last.every((seen) => seen.side === side);
    };
    for (let tries = 0; tries < 300 && !isThere(); tries++) await sleep(100);
    expect(seenIn(output).slice(-3)).toEqual(Array(3).fill({ side, status: '200' }));
  };

  beforeAll(async () => {
    buildCutover();
    const { stdout } = await cutover(folder, '--env', '--json');
    environment = {
      ...JSON.parse(stdout),
      PATH: `${venv}:${process.env.PATH}`,
      HOME: state,
      ANSWERS: state,
    };
    watch = spawn('bash', [join(folder, 'steps', 'watch.sh')], { env: environment, detached: true });
    watch.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
    });
  }, 120_000);

  afterAll(async () => {
    // The loop and the curl that it runs.
    if (watch?.pid) process.kill(-watch.pid);
    await cutover('--stop');
    rmSync(state, { recursive: true, force: true });
  }, 60_000);

  test('before, the source answers, and goes on while the target is made', async () => {
    await answersFrom('source');
    await step('1-create-the-target');
    await step('2-add-the-wildcard');
    await step('wait');
    await answersFrom('source');
  }, 120_000);

  test('without its names on the source, the target answers', async () => {
    await step('3-take-the-names-off-the-source');
    await step('wait');
    await answersFrom('target');
  }, 120_000);

  test('after the rollback the source answers again', async () => {
    await step('roll-back');
    await step('wait');
    await answersFrom('source');
    await step('3-take-the-names-off-the-source');
    await step('wait');
    await answersFrom('target');
  }, 120_000);

  test('the names go onto the target only when their records lead there', async () => {
    await expect(step('5-put-the-names-on-the-target')).rejects.toMatchObject({
      stderr: expect.stringContaining(
        '(CNAMEAlreadyExists) when calling the UpdateDistribution operation: One or more aliases specified for ' +
          'the distribution includes an incorrectly configured DNS record that points to another CloudFront distribution.',
      ),
    });
    await step('4-point-dns-to-the-target');
    await step('wait');
    await step('5-put-the-names-on-the-target');
    await step('wait');
    await answersFrom('target');
  }, 120_000);

  test('no request failed on the way', () => {
    const seen = seenIn(output);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.filter(({ status }) => status !== '200')).toEqual([]);
    const turns = seen.filter(({ side }, n) => side !== seen[n - 1]?.side).map(({ side }) => side);
    expect(turns).toEqual(['source', 'target', 'source', 'target']);
  });
});
