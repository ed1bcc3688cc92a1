import {
  CloudFrontClient,
  GetDistributionCommand,
  type GetDistributionCommandOutput,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import { minutesToMs } from '@cutover/ground';
import { advance, answer, createWorld, type LocalAws, type World } from '@cutover/local-aws';
import { msEach, type Pair, type Side } from './compare';
import { account, distributionId, fill, startedAt } from './small-world';

const Id = distributionId;
type Got = Pick<GetDistributionCommandOutput, 'ETag' | 'Distribution'>;

/** A call of AWS through SDK, XML and loopback, and the same transition in process, each on a world of its own. */
export function callPairs(aws: LocalAws, times: number): { pairs: Pair[]; stop(): void } {
  const client = new CloudFrontClient({
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: account.id, secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const world = createWorld({ seed: 'bench', startedAt, accounts: [account] });
  fill(world);
  const asked = (operation: string, input: object): Got => outputOf(world, operation, input);
  const against = 'the same transition in process';
  return {
    pairs: [
      {
        name: 'GetDistribution through SDK and wire',
        unit: 'ms',
        against,
        ours: msEach(times, () => client.send(new GetDistributionCommand({ Id }))),
        peer: msEach(times, async () => asked('GetDistribution', { Id })),
      },
      {
        name: 'UpdateDistribution through SDK and wire',
        unit: 'ms',
        against,
        ours: deployedBefore(
          () => aws.timeline.runTo(aws.timeline.now() + minutesToMs(60)),
          updating(times, {
            get: () => client.send(new GetDistributionCommand({ Id })),
            update: (input) => client.send(new UpdateDistributionCommand(input)),
          }),
        ),
        peer: deployedBefore(
          async () => advance(world, world.now + minutesToMs(60)),
          updating(times, {
            get: async () => asked('GetDistribution', { Id }),
            update: async (input) => asked('UpdateDistribution', input),
          }),
        ),
      },
    ],
    stop: () => client.destroy(),
  };
}

function outputOf(world: World, operation: string, input: object): Got {
  const caller = { accountId: account.id, region: 'us-east-1' };
  const said = answer(world, { service: 'cloudfront', operation, input, caller, actor: 'bench', into: 0 });
  if (said.kind !== 'output') throw new Error(`${operation} in process: ${JSON.stringify(said)}`);
  return said.output as Got;
}

interface Calls {
  get(): Promise<Got>;
  update(input: UpdateDistributionCommand['input']): Promise<Got>;
}

/** Each update replaces the configuration that the one before has answered. */
function updating(times: number, { get, update }: Calls): Side {
  let last: Got | undefined;
  let updates = 0;
  return msEach(times, async () => {
    last ??= await get();
    const config = last.Distribution?.DistributionConfig;
    if (!config) throw new Error(`Distribution ${Id} came without its configuration.`);
    const DistributionConfig = { ...config, Comment: `update ${updates++}` };
    last = await update({ Id, IfMatch: last.ETag, DistributionConfig });
  });
}

/** What the last sample has changed reaches every edge first, so that no queue grows from sample to sample. */
const deployedBefore = (deploy: () => Promise<void>, side: Side): Side => ({
  async sample() {
    await deploy();
    return side.sample();
  },
});
