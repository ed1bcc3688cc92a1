import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DnsServers, startDns } from '../../src/dns/server';
import { createAuthority } from '../../src/edge/authority';
import { meterOf } from '../../src/lambda/meter';
import { runTurn, type TurnOptions, type TurnResult } from '../../src/lambda/turn';
import { warmProcesses } from '../../src/lambda/warm';
import type { HostedZone } from '../../src/world/world';
import { bareWorld } from '../support/bare-world';

const now = Date.UTC(2030, 0, 1);
const edge = '203.0.113.10';
/** Every turn is a cold start, but where a test says otherwise. */
const processes = warmProcesses(1);

let folder: string;
let dns: DnsServers;
let https: Server;
let silent: Server;
let settings: Omit<TurnOptions, 'bundle' | 'payload' | 'meter'>;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

/** The world's DNS with one name; an edge that says what it was asked for; an endpoint that never answers. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'turn-test-'));
  const world = bareWorld();
  world.hostedZones.set('Z1', zone);
  dns = await startDns(world, () => world.now);
  const authority = await createAuthority(new Date());
  writeFileSync(join(folder, 'ca.pem'), authority.pem);
  https = createTlsServer(await authority.certificateFor(['a.example.com']), (request, response) =>
    response.end(`${request.headers.host}`),
  );
  silent = createServer(() => {});
  settings = {
    now,
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${await listen(silent)}`,
    routes: {
      [`${edge}:443`]: `127.0.0.1:${await listen(https)}`,
      '198.51.100.1:53': `127.0.0.1:${dns.authorityPort}`,
    },
    resolver: `127.0.0.1:${dns.resolverPort}`,
    caFile: join(folder, 'ca.pem'),
    cacheFolder: folder,
    processes,
  };
});

afterAll(async () => {
  await processes.stop();
  await dns.stop();
  for (const server of [https, silent]) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true });
});

const records = [{ Name: 'a.example.com.', Type: 'A' as const, TTL: 60, ResourceRecords: [{ Value: edge }] }];

const zone: HostedZone = {
  id: 'Z1',
  accountId: '111111111111',
  name: 'example.com.',
  callerReference: 'Z1',
  nameServers: ['ns-1.awsdns-00.com'],
  records,
  published: records,
  pending: [],
};

const turn = (bundle: string, payload: object, departures: Partial<TurnOptions> = {}): Promise<TurnResult> =>
  runTurn({
    ...settings,
    bundle: join(__dirname, 'bundles', `${bundle}.js`),
    payload,
    meter: meterOf(),
    ...departures,
  });

const eventOf = (result: TurnResult): Record<string, unknown> => {
  if (result.kind !== 'answered') throw new Error(JSON.stringify(result));
  return result.event as Record<string, unknown>;
};

describe('time in the sandbox', () => {
  test('begins where the turn says and jumps to the timers, in their order', async () => {
    const started = performance.now();
    const result = await turn('clock', { waitMs: 40_000, everyMs: 15_000 });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(result.tookMs).toBe(41_000);
    expect(eventOf(result)).toEqual({
      began: now,
      ended: now + 41_000,
      iso: '2030-01-01T00:00:41.000Z',
      order: ['interval', 'interval'],
      isDate: true,
    });
  });

  test('goes on past a connection that is never answered, so that the caller’s own timeout strikes', async () => {
    const result = await turn('trouble', { how: 'asks', endpoint: settings.endpoint });
    expect(eventOf(result)).toEqual({ waited: true, now: now + 5000 });
  }, 15_000);

  test('does not count the latency that the wire has charged twice', async () => {
    const meter = meterOf();
    const result = turn('clock', { waitMs: 1000, everyMs: 400 }, { meter });
    meter.charge(300);
    expect((await result).tookMs).toBe(2300);
  });
});

describe('the network in the sandbox', () => {
  test('reaches an edge at its own address and port, with SNI and the local authority', async () => {
    const requests = [
      { host: edge, servername: 'a.example.com', headers: { host: 'a.example.com' } },
      { host: 'a.example.com' },
      { host: edge, servername: 'other.example.com' },
    ];
    expect(eventOf(await turn('request', { requests })).answers).toEqual([
      expect.objectContaining({ status: 200, body: 'a.example.com' }),
      expect.objectContaining({ status: 200, body: 'a.example.com' }),
      { error: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ]);
  });

  test('refuses what the local AWS does not play, this machine’s other ports too', async () => {
    const port = Number(settings.resolver.split(':')[1]);
    const requests = [
      { host: '192.0.2.1' },
      { scheme: 'http', host: edge },
      { scheme: 'http', host: '127.0.0.1', port },
      { host: '::1' },
    ];
    const result = await turn('request', { requests });
    expect(eventOf(result).answers).toEqual(requests.map(() => ({ error: 'ECONNREFUSED' })));
    expect(result.log).toContain('refused 192.0.2.1:443, which nothing in the local AWS plays');
  });

  test('asks the public resolver by default and an authoritative server where told to', async () => {
    const event = { name: 'a.example.com', server: '198.51.100.1', unknown: '198.51.100.9' };
    expect(eventOf(await turn('names', event))).toEqual({
      lookup: edge,
      absent: 'ENOTFOUND',
      default: [edge],
      resolver: [edge],
      authority: [edge],
      nobody: 'ECONNREFUSED',
    });
  });
});

test('the environment holds what Lambda and the local AWS give, and nothing of this machine', async () => {
  process.env.AWS_SECRET_ACCESS_KEY = 'must not leak';
  process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
  const { names } = eventOf(await turn('environment', {}));
  expect(names).toEqual([
    'AWS_CONFIG_FILE',
    'AWS_EC2_METADATA_DISABLED',
    'AWS_ENDPOINT_URL',
    'AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE',
    'AWS_REGION',
    'AWS_SHARED_CREDENTIALS_FILE',
    'SSL_CERT_DIR',
    'SSL_CERT_FILE',
    'TZ',
  ]);
});

describe('a turn', () => {
  test('runs the same bundle again from compiled code', async () => {
    await turn('environment', {});
    const compiled = readdirSync(folder).filter((name) => name.startsWith('compiled-')).length;
    expect(await turn('environment', {})).toMatchObject({ kind: 'answered' });
    expect(readdirSync(folder).filter((name) => name.startsWith('compiled-'))).toHaveLength(compiled);
    expect(compiled).toBeGreaterThan(0);
  });

  test('may import at any time, the second time too', async () => {
    for (const _ of [1, 2]) expect(eventOf(await turn('imports', {}))).toEqual({ base: 'b' });
  });

  test.each([
    ['that throws', { how: 'throws' }, 'the handler broke'],
    ['that ends its process', { how: 'exits' }, 'exit code 3'],
    ['that can never answer', { how: 'hangs' }, 'nothing is in flight and no timer runs'],
  ])('%s has crashed, and says how', async (_, event, reason) => {
    const result = await turn('trouble', event);
    expect(result).toMatchObject({ kind: 'crashed', stderr: expect.stringContaining(reason) });
  });

  test('that sleeps past 60 seconds is killed', async () => {
    expect(await turn('trouble', { how: 'sleeps' })).toMatchObject({ kind: 'killed', tookMs: 60_000 });
  });

  test('is killed at once when the meter says so', async () => {
    const meter = meterOf();
    const result = turn('trouble', { how: 'asksForEver', endpoint: settings.endpoint }, { meter });
    silent.once('request', () => meter.kill());
    expect(await result).toMatchObject({ kind: 'killed' });
    expect(meter.isRunning()).toBe(false);
  });

  test('that does not end on the wall has crashed, and says what it waits for', async () => {
    const event = { how: 'asksForEver', endpoint: settings.endpoint };
    const result = await turn('trouble', event, { wallLimitMs: 1000 });
    expect(result).toMatchObject({
      kind: 'crashed',
      stderr: expect.stringContaining('it has open: 127.0.0.1:'),
    });
  });
});

describe('a process that has answered', () => {
  const processes = warmProcesses(3);
  afterAll(() => processes.stop());

  const call = async (at = now) => eventOf(await turn('memory', {}, { processes, now: at }));

  test('serves the next turn with its memory, at that turn’s time, until it is taken away', async () => {
    const turns = [await call(), await call(now + 90_000), await call(), await call()];
    expect(turns.map(({ calls }) => calls)).toEqual([1, 2, 3, 1]);
    expect(turns[1]).toMatchObject({ now: now + 90_000, ticks: 0 });
  });

  test('tells of each turn only what that turn has printed', async () => {
    const result = await turn('memory', {}, { processes });
    expect(result.log).toMatch(/^call \d\n$/);
  });

  test('is not asked again by a turn of another bundle', async () => {
    const began = (await call()).calls as number;
    await turn('environment', {}, { processes });
    expect((await call()).calls).toBe((began % 3) + 1);
  });

  test.each([
    ['that threw', { how: 'throws' }],
    ['that slept too long', { how: 'sleeps' }],
  ])('is not one %s: the turn after it has a new process', async (_, event) => {
    await turn('trouble', event, { processes });
    expect(await turn('trouble', { how: 'remembers' }, { processes })).toMatchObject({
      event: { calls: 1 },
    });
  });
});
