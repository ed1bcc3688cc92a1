import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answer,
  type LocalAws,
  serveStackOrders,
  startCloudFormation,
  startLocalAws,
} from '@cutover/local-aws';
import { main } from '../src/main';
import { readProject } from '../src/project/type-project';
import { deployRehearsed, registeredPackage } from './upgrade/after-install';
import { checkoutOf, recordingIo, seedFixtures, typeFolders } from './workbench';

const account = '310123456789';
const region = 'eu-central-1';

let aws: LocalAws;
let stacks: ReturnType<typeof serveStackOrders>;
let checkout: ReturnType<typeof checkoutOf>;
const environment = { ...process.env };

/** A local AWS whose clock is moved by those who wait: a sleep of the command takes no time of ours. */
let now = Date.UTC(2026, 0, 1);

const type = typeFolders[0]!;

beforeAll(async () => {
  checkout = checkoutOf(type);
  aws = await startLocalAws({
    seed: 'install',
    startedAt: now,
    accounts: [{ id: account, name: 'mine' }],
    wallClock: () => now,
  });
  const { world, timeline } = aws;
  seedFixtures(
    world,
    { accountId: account, region },
    { Domain: 'x', HostedZoneId: 'x', CertificateArn: 'x' },
  );
  stacks = serveStackOrders(startCloudFormation({ world, timeline, answer }), () => now);
  Object.assign(process.env, aws.environment(), { AWS_SESSION_TOKEN: '' });
}, 60_000);

afterAll(async () => {
  await stacks.stop();
  await aws.stop();
  checkout.remove();
  process.env = environment;
});

async function release(...words: string[]) {
  const io = recordingIo(checkout.folder);
  const exitCode = await main(words, {
    ...io,
    out: io.out,
    err: io.err,
    now: () => now,
    sleep: async (ms) => {
      now += ms;
      // The stacks' turn.
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  });
  return { exitCode, stdout: io.stdout, stderr: io.stderr };
}

const live = () =>
  [...aws.world.types.values()].flatMap(({ versions }) => versions.filter((each) => !each.isDeprecated));
const callsOf = (operation: string) => aws.world.calls.filter((call) => call.operation === operation).length;

describe('a type in an account of one’s own', () => {
  test('is registered with its role and made the default', async () => {
    const { exitCode, stdout, stderr } = await release('install', type, '--region', region);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('registering')]);
    expect(stdout).toMatch(
      /is the default in 310123456789, eu-central-1: arn:aws:cloudformation:eu-central-1/,
    );
    expect(live()).toMatchObject([{ versionId: '00000001', roleArn: expect.stringContaining(':role/') }]);
    const role = aws.world.roles.get(live()[0]!.roleArn!);
    expect(role?.trust.Statement[0]?.Principal).toEqual({
      Service: 'resources.cloudformation.amazonaws.com',
    });
    expect([...aws.world.buckets.values()]).toMatchObject([{ accountId: account, region }]);
  }, 120_000);

  test('runs the template that was rehearsed, as it is', async () => {
    const { typeName } = readProject(join(checkout.folder, type));
    const stack = await deployRehearsed('same-account', typeName, registeredPackage(aws, typeName));
    expect([stack.status, stack.outputs.Phase]).toEqual(['CREATE_COMPLETE', 'DONE']);
  }, 300_000);

  test('is not registered twice from the same sources', async () => {
    expect((await release('install', type, '--region', region)).exitCode).toBe(0);
    expect(live()).toHaveLength(1);
  }, 120_000);

  test('goes without a trace', async () => {
    const { exitCode, stdout, stderr } = await release('uninstall', type, '--region', region);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('versions deregistered: 1');
    expect([live(), [...aws.world.buckets], [...aws.world.roles]]).toEqual([[], [], []]);
    expect((await release('uninstall', type, '--region', region)).stdout).toContain(
      'versions deregistered: 0',
    );
  }, 120_000);

  test('comes back after that, from the same sources', async () => {
    expect((await release('install', type, '--region', region)).exitCode).toBe(0);
    expect(live()).toMatchObject([{ versionId: '00000002' }]);
  }, 120_000);

  test('shows in the table of what is there, region by region, and on a page', async () => {
    const words = ['status', type, '--regions', `${region},us-west-2`, '--page', 'status.html'];
    const { exitCode, stdout } = await release(...words);
    expect(stdout.split('\n').map((line) => line.split(/\s{2,}/).slice(1))).toEqual([
      ['region', 'public', 'default', 'versions', 'next'],
      [region, '-', '00000002', '1', '1.0.0, the first', 'not published'],
      ['us-west-2', '-', '-', '0', '1.0.0, the first', 'not published'],
      [],
    ]);
    const page = readFileSync(join(checkout.folder, 'status.html'), 'utf8');
    expect([exitCode, page]).toEqual([0, expect.stringContaining('Nothing is published')]);
    const json = await release('status', type, '--region', region, '--no-next', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      accountId: account,
      lines: [{ region, state: 'none', defaultVersion: '00000002', versions: 1 }],
    });
  }, 60_000);

  test('keeps the default version when old ones go', async () => {
    const words = ['deregister', type, '--keep', '0', '--region', region];
    expect((await release(...words)).stdout).toContain('deregistered none');
    expect(JSON.parse((await release(...words, '--json')).stdout)).toMatchObject([{ region, versions: [] }]);
    expect(live()).toMatchObject([{ versionId: '00000002' }]);
  }, 60_000);

  test('would be published for the first time, and nothing is by saying so', async () => {
    const before = aws.world.calls.length;
    const words = ['deliver', type, '--dry-run', '--regions', `${region},us-west-2`, '--word-to', 'word'];
    const { exitCode, stdout } = await release(...words);
    expect(stdout).toContain(`--approved ${readFileSync(join(checkout.folder, 'word'), 'utf8')}\n`);
    expect([exitCode, stdout.match(/first, the registry says 1\.0\.0/g)]).toEqual([0, expect.any(Array)]);
    const operations = aws.world.calls.slice(before).map(({ operation }) => operation);
    expect([...new Set(operations)].sort()).toEqual(['DescribePublisher', 'GetCallerIdentity']);
    expect((await release('deliver', type)).exitCode).toBe(2);
  }, 120_000);

  test('is found fit by the doctor, who also says that nobody may publish here yet', async () => {
    const { exitCode, stdout } = await release('doctor', type, '--regions', region);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/FAILED eu-central-1 +publisher .*release\/publisher\.yml/);
    expect(stdout).toMatch(/ok {5}eu-central-1 +version slots +AwsCommunity\S+ has 49 free/);
  }, 60_000);

  test.each([
    ['while nothing is to be published', 'off', 0, /- {6}eu-central-1 +publisher/],
    ['once it is to be published, which nobody may here', 'on', 1, /FAILED eu-central-1 +publisher/],
  ])(
    'is looked at by the doctor before its table, %s',
    async (_when, publish, code, says) => {
      const words = ['deliver', type, '--dry-run', '--doctor', '--regions', region, '--publish', publish];
      const { exitCode, stdout } = await release(...words);
      expect([exitCode, stdout]).toEqual([code, expect.stringMatching(says)]);
      expect(stdout.indexOf('publisher')).toBeLessThan(stdout.indexOf('first, the registry says'));
      const { findings, lines } = JSON.parse((await release(...words, '--json')).stdout);
      expect([findings.length, lines.length]).toEqual([5, 1]);
    },
    120_000,
  );

  test('is not touched by a region in which nothing is installed', async () => {
    const before = callsOf('DeregisterType');
    await release('uninstall', type, '--region', 'us-west-2');
    expect(callsOf('DeregisterType')).toBe(before);
    expect(live()).toHaveLength(1);
  }, 60_000);
});
