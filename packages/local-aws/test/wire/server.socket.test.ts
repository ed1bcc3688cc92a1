import { CloudFrontClient, GetDistributionCommand } from '@aws-sdk/client-cloudfront';
import { chanceOf } from '@cutover/ground';
import { startWire, type WireServer } from '../../src/wire/server';
import type { Answer } from '../../src/world/operation';
import type { World } from '../../src/world/world';

const startedAt = Date.parse('2031-03-01T12:00:00Z');
let now = startedAt;
let next: Answer;
let kills = 0;
let wire: WireServer;
let client: CloudFrontClient;

beforeAll(async () => {
  const world = {
    chance: chanceOf('server'),
    accounts: new Map(),
    faults: [],
    calls: [],
  } as unknown as World;
  wire = await startWire(world, {
    now: () => now,
    gate: {
      answer: () => next,
      callerOf: (_, accountId, region) => ({ accountId, region }),
      advance: () => {},
    },
    onKilled: () => {
      kills += 1;
    },
    advanceBy: async (seconds) => {
      now += seconds * 1000;
    },
  });
  client = clientOf(1);
});
const clientOf = (maxAttempts: number): CloudFrontClient =>
  new CloudFrontClient({
    endpoint: `http://127.0.0.1:${wire.port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: '636696000000', secretAccessKey: 'any' },
    maxAttempts,
  });
beforeEach(() => {
  kills = 0;
});
afterAll(async () => {
  client.destroy();
  await wire.stop();
});

const getDistribution = () => client.send(new GetDistributionCommand({ Id: 'E1' }));
const local = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${wire.port}/_local/${path}`, init);
const post = (path: string, body: unknown) =>
  local(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('the server, to a client', () => {
  test('gives a failure as the error of that name, with message, status and request id', async () => {
    next = {
      kind: 'failure',
      code: 'NoSuchDistribution',
      status: 404,
      message: 'It is not there.',
      latencyMs: 0,
    };
    await expect(getDistribution()).rejects.toMatchObject({
      name: 'NoSuchDistribution',
      message: 'It is not there.',
      $metadata: { httpStatusCode: 404, requestId: expect.any(String) },
    });
  });

  test('closes the connection where no answer is to come', async () => {
    next = { kind: 'silence', latencyMs: 0 };
    await expect(getDistribution()).rejects.toThrow('socket hang up');
    expect(kills).toBe(0);
  });

  test('has a caller killed instead of answered', async () => {
    next = { kind: 'killed', at: startedAt };
    await expect(getDistribution()).rejects.toThrow('socket hang up');
    expect(kills).toBe(1);
  });

  test('has a caller killed that has its answer', async () => {
    next = { kind: 'output', output: { ETag: 'E' }, latencyMs: 0, thenKilled: true };
    await expect(getDistribution()).resolves.toMatchObject({ ETag: 'E' });
    expect(kills).toBe(1);
  });

  test('leaves its clock as it is: one that had to be corrected asks again what was refused', async () => {
    next = { kind: 'failure', code: 'NoSuchDistribution', status: 404, message: 'x', latencyMs: 0 };
    const patient = clientOf(3);
    now += 3_600_000;
    await expect(patient.send(new GetDistributionCommand({ Id: 'E1' }))).rejects.toMatchObject({
      $metadata: { attempts: 1 },
    });
    patient.destroy();
  });

  test('shows the virtual time where nothing is signed', async () => {
    const response = await fetch(`http://127.0.0.1:${wire.port}/`);
    expect(response.status).toBe(403);
    expect(response.headers.get('date')).toBe(new Date(now).toUTCString());
  });

  test('refuses a body that no operation needs', async () => {
    const response = await post('faults', 'x'.repeat(33 * 1024 * 1024));
    expect(response.status).toBe(413);
  }, 30_000);

  test('says so when its port is taken', async () => {
    await expect(startWire({} as World, { now: () => now, port: wire.port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('the administration', () => {
  test('tells its health', async () => {
    const response = await local('health');
    expect(await response.json()).toMatchObject({
      status: 'ok',
      seed: 'server',
      now: new Date(now).toISOString(),
    });
  });

  test('takes faults, lists them and forgets them', async () => {
    const fault = { point: 'cloudfront.UpdateDistribution.lost', nth: 2, times: 1 };
    expect((await post('faults', fault)).status).toBe(200);
    expect(await (await local('faults')).json()).toMatchObject([fault]);
    await local('faults', { method: 'DELETE' });
    expect(await (await local('faults')).json()).toEqual([]);
  });

  test('takes faults as they are written on a command line', async () => {
    await post('faults', ['ssm.*.throttled@1x5', 'handler.kill.during@3']);
    expect(await (await local('faults', { method: 'DELETE' })).json()).toEqual([]);
  });

  test('has nothing for a page in a browser', async () => {
    expect((await local('health', { headers: { origin: 'https://example.com' } })).status).toBe(403);
  });

  test('lets time pass', async () => {
    const before = now;
    expect((await post('advance', { seconds: 60 })).status).toBe(200);
    expect(now - before).toBe(60_000);
  });

  test.each([
    ['faults', 'not JSON', 'The body is not JSON'],
    ['faults', {}, 'A fault has a point'],
    ['faults', { point: 'kafka.Produce.lost' }, 'names no service that it can strike'],
    [
      'faults',
      ['cloudfront.UpdateDistribution.bored'],
      'There is no fault "cloudfront.UpdateDistribution.bored"',
    ],
    ['advance', { seconds: -1 }, 'Say how far'],
    ['nothing', {}, 'There is no POST /_local/nothing'],
  ])('says what is wrong with POST %s %j', async (path, body, message) => {
    const response = await post(path, body);
    expect(response.ok).toBe(false);
    expect(((await response.json()) as { message: string }).message).toContain(message);
  });
});
