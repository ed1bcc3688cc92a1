import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cases } from '../src/worlds';
import { asks } from './contract/asks';
import { askInProcess, askOverTheWire } from './contract/sides';

/**
 * The domain's port has two implementations: the SDK's, which goes to production, and one straight on the world,
 * which is explored schedule by schedule. What holds for the second holds for the first because of this test. That
 * roles are assumed alike is seen in through-the-wire.socket.test.ts: here both sides ask with the same keys.
 */
/** Its target can hold names at once: it has its certificate. */
const scenario = cases.find(({ name }) => name.startsWith('ATOMIC in one account in two waves'))!;
const folder = mkdtempSync(join(tmpdir(), 'cutover-contract-'));
const bundle = join(folder, 'turn.js');

beforeAll(async () => {
  await build({
    entryPoints: [join(__dirname, 'contract', 'turn.ts')],
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    // As in scripts/lib/bundles.mjs: a script in the sandbox may only require.
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('in process and over the wire alike', () => {
  test.each(asks.map((ask) => [ask.name, ask] as const))('%s', async (_name, ask) => {
    const inProcess = await askInProcess(scenario, ask);
    expect(inProcess.heard).toEqual(
      ask.fails
        ? expect.objectContaining({ failure: ask.fails })
        : expect.not.objectContaining({ failure: expect.anything() }),
    );
    expect(await askOverTheWire(scenario, ask, bundle)).toEqual(inProcess);
  });
});
