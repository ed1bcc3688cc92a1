import {
  CloudFrontClient,
  type DistributionConfig,
  GetDistributionConfigCommand,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { startLocalAws, type World } from '@cutover/local-aws';
import { ACCOUNTS, SOURCE, TARGET } from '../src/cast';
import { liveThroughTheWire } from '../src/through-the-wire';
import { type Case, cases } from '../src/worlds';

/** What CloudFront may add next year; no SDK of today knows either. */
const future = {
  FuturePolicyId: 'policy-1',
  DefaultCacheBehavior: { ResponseStreaming: { Enabled: 'true' } },
};

/** The case in a world where both distributions have members of the future. @param seen gets the world */
const inTheFuture = (scenario: Case, seen: { world?: World }): Case => ({
  ...scenario,
  fill: (world) => {
    seen.world = world;
    scenario.fill(world);
    for (const distribution of world.distributions.values())
      distribution.config = {
        ...distribution.config,
        FuturePolicyId: future.FuturePolicyId,
        DefaultCacheBehavior: {
          ...distribution.config.DefaultCacheBehavior,
          ...future.DefaultCacheBehavior,
        },
      } as DistributionConfig;
  },
});

const configsIn = ({ world }: { world?: World }) =>
  [SOURCE, TARGET].map((id) => world?.distributions.get(id)?.config);

describe('members of a distribution that the SDK does not know', () => {
  const [forward, back] = cases;
  test.each([
    ['a whole migration by wildcard', forward!, 'succeeded'],
    ['a migration that is taken back', back!, 'failed'],
  ])('survive %s', survives, 120_000);

  async function survives(_sentence: string, scenario: Case, created: string): Promise<void> {
    const seen: { world?: World } = {};
    const outcome = await liveThroughTheWire(inTheFuture(scenario, seen), '1', {});
    expect(outcome).toMatchObject({ created, violations: [] });
    expect(
      seen.world?.calls.filter(({ operation }) => operation === 'UpdateDistribution').length,
    ).toBeGreaterThan(1);
    for (const config of configsIn(seen)) expect(config).toMatchObject(future);
  }

  test('are lost on a typed round trip of the SDK, which is why the type edits XML', async () => {
    const seen: { world?: World } = {};
    const scenario = inTheFuture(forward!, seen);
    const aws = await startLocalAws(scenario.options('1'));
    const client = new CloudFrontClient({
      endpoint: aws.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: ACCOUNTS.target, secretAccessKey: 'any' },
    });
    try {
      scenario.fill(aws.world);
      const { DistributionConfig: config, ETag } = await client.send(
        new GetDistributionConfigCommand({ Id: TARGET }),
      );
      await client.send(
        new UpdateDistributionCommand({ Id: TARGET, IfMatch: ETag, DistributionConfig: config }),
      );
    } finally {
      client.destroy();
      await aws.stop();
    }
    const [source, target] = configsIn(seen);
    expect(source).toMatchObject(future);
    expect(target).not.toHaveProperty('FuturePolicyId');
    expect(target).not.toHaveProperty('DefaultCacheBehavior.ResponseStreaming');
  });
});
