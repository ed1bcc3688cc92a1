import { type LocalAws, seedConnection, startLocalAws } from '@cutover/local-aws';
import type { Finding } from '../src/doctor/diagnose';
import { main } from '../src/main';
import { recordingIo, root, seedFixtures } from './workbench';

const account = '310123456789';
const arn = `arn:aws:codeconnections:eu-west-1:${account}:connection/types`;
const now = Date.UTC(2026, 0, 1);
const environment = { ...process.env };
let aws: LocalAws;

beforeAll(async () => {
  aws = await startLocalAws({
    seed: 'doctor',
    startedAt: now,
    knobs: { distributionQuota: 20 },
    accounts: [{ id: account, name: 'publisher' }],
    wallClock: () => now,
  });
  Object.assign(process.env, aws.environment(), { AWS_SESSION_TOKEN: '' });
}, 60_000);

afterAll(async () => {
  await aws?.stop();
  process.env = environment;
});

async function findings(...words: string[]): Promise<Finding[]> {
  const io = recordingIo(root);
  expect(await main(['doctor', ...words, '--json'], io)).toBe(1);
  return JSON.parse(io.stdout);
}
const about = (what: string, all: readonly Finding[]) => all.filter((each) => each.what === what);

describe('over the wire', () => {
  test.each([
    ['AVAILABLE', true, 'is available'],
    ['ERROR', false, 'lost its authorization'],
  ] as const)(
    'a connection that is %s is asked for in its own region',
    async (status, isFine, says) => {
      seedConnection(aws.world, { arn, name: 'types', status });
      const found = await findings('--regions', 'us-east-1', '--connection', arn);
      expect(about('connection', found)).toMatchObject([
        { isFine, region: 'eu-west-1', says: expect.stringContaining(says) },
      ]);
    },
    60_000,
  );

  test('one that does not exist is told from one that cannot be seen', async () => {
    const found = await findings('--regions', 'us-east-1', '--connection', `${arn}-other`);
    expect(about('connection', found)).toMatchObject([{ says: expect.stringContaining('does not exist') }]);
  }, 60_000);

  test('the quota is compared with what a run in these regions needs', async () => {
    const few = about('CloudFront', await findings('--regions', 'us-east-1,eu-west-1'));
    expect(few).toMatchObject([
      { isFine: true, says: expect.stringContaining('20 of 20 are free; one run needs up to 14') },
    ]);
    const all = about('CloudFront', await findings('--wave', '2'));
    expect(all).toMatchObject([{ isFine: false, says: expect.stringContaining('--desired-value 88 ') }]);
  }, 60_000);

  test('what fixtures ask an account for is looked for in each region', async () => {
    const whole = { Domain: 'x', HostedZoneId: 'x', CertificateArn: 'x' };
    seedFixtures(aws.world, { accountId: account, region: 'us-east-1' }, whole);
    seedFixtures(aws.world, { accountId: account, region: 'eu-west-1' }, { Domain: 'x' });
    const found = about('fixtures', await findings('--regions', 'us-east-1,eu-west-1'));
    expect(found).toMatchObject([
      { isFine: true, region: 'us-east-1' },
      {
        isFine: false,
        region: 'eu-west-1',
        says: expect.stringMatching(
          /asks for \/release\/fixtures\/HostedZoneId, \/release\/fixtures\/CertificateArn: scripts\/deploy\.sh/,
        ),
      },
    ]);
  }, 60_000);

  test('a call that is refused is said, and the rest is examined', async () => {
    const role = `arn:aws:iam::${account}:role/looker`;
    const trust = { Statement: [] };
    aws.world.roles.set(role, { arn: role, name: 'looker', accountId: account, trust, policies: [] });
    const session = { accessKeyId: 'ASIALOOKER', roleArn: role, sessionName: 'x', accountId: account };
    aws.world.sessions.set('ASIALOOKER', { ...session, expiresAt: now + 3_600_000 });
    process.env.AWS_ACCESS_KEY_ID = 'ASIALOOKER';
    const found = await findings('--regions', 'us-east-1', '--connection', arn);
    expect(about('connection', found)).toMatchObject([
      { isFine: false, says: expect.stringContaining('codeconnections:GetConnection') },
    ]);
    expect(about('CloudFront', found)).toMatchObject([
      { isFine: false, says: expect.stringContaining('Allow the action') },
    ]);
  }, 60_000);
});
