import { join } from 'node:path';
import { type LocalAws, startLocalAws } from '../../src';

const bundle = join(__dirname, 'bundles', 'memory.js');
const startedAt = Date.UTC(2030, 0, 1);

async function post(aws: LocalAws, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${aws.endpoint}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}

test('the process of a function is started before anyone calls it, and serves the first call and the next', async () => {
  const aws = await startLocalAws({
    seed: '1',
    startedAt,
    functions: {
      TypeFunction: { bundle, handler: 'entrypoint' },
      TestEntrypoint: { bundle, handler: 'entrypoint' },
    },
  });
  try {
    await post(aws, '/_local/advance', { seconds: 60 });
    const call = () => post(aws, '/2015-03-31/functions/TypeFunction/invocations', { action: 'READ' });
    expect(await call()).toMatchObject({ calls: 1, loadedAt: startedAt, now: startedAt + 60_000 });
    expect(await call()).toMatchObject({ calls: 2, loadedAt: startedAt });
  } finally {
    await aws.stop();
  }
});
