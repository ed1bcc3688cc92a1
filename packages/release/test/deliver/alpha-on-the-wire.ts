import {
  answer,
  type CloudFormation,
  createStack,
  type LocalAws,
  seedBucket,
  serveStackOrders,
  startCloudFormation,
  startLocalAws,
  type TestRunner,
} from '@cutover/local-aws';
import { main } from '../../src/main';
import { recordingIo } from '../workbench';

const account = '310123456789';
const inbox = 'alpha-inbox';

export interface AlphaOnTheWire {
  readonly aws: LocalAws;
  /** `release deliver` as alpha's pipeline calls it. */
  deliver(folder: string, ...words: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }>;
  stop(): Promise<void>;
}

/**
 * The account of alpha on loopback, as far as a maintainer sets it up, with somebody who runs what TestType asks for.
 * Its clock is moved by whoever waits.
 */
export async function alphaOnTheWire(namespace: string, runTests: TestRunner): Promise<AlphaOnTheWire> {
  const environment = { ...process.env };
  const startedAt = Date.UTC(2026, 0, 1);
  let now = startedAt;
  const accounts = [{ id: account, name: 'alpha' }];
  const aws = await startLocalAws({ seed: 'alpha', startedAt, accounts, wallClock: () => now });
  const { world, timeline } = aws;
  const cloudFormation = startCloudFormation({ world, timeline, answer });
  seedBucket(world, { name: inbox, accountId: account });
  const roles = rolesStack(cloudFormation, `${namespace.toLowerCase()}-alpha-roles`);
  now += 60_000;
  await timeline.runTo(now);
  await roles;
  // Virtual time stands still while the suite runs in a process of its own: whoever waits, waits for that first.
  let running: Promise<unknown> = Promise.resolve();
  const stacks = serveStackOrders(
    cloudFormation,
    () => now,
    (test, archive) => {
      const verdict = runTests(test, archive);
      running = verdict;
      return verdict;
    },
  );
  const sleep = async (ms: number): Promise<void> => {
    await running;
    now += ms;
    // The stacks' turn.
    await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return {
    aws,
    deliver: async (folder, ...words) => {
      Object.assign(process.env, aws.environment(), { AWS_SESSION_TOKEN: '' });
      const io = recordingIo(folder);
      const stage = ['--env', 'alpha', '--namespace', namespace, '--inbox', inbox];
      const exitCode = await main(['deliver', ...stage, ...words], {
        ...io,
        out: io.out,
        err: io.err,
        now: () => now,
        sleep,
      });
      process.env = environment;
      return { exitCode, stdout: io.stdout, stderr: io.stderr };
    },
    stop: async () => {
      await stacks.stop();
      await aws.stop();
    },
  };
}

/** What `release/roles.json` is deployed to, once. */
function rolesStack(cloudFormation: CloudFormation, name: string): Promise<unknown> {
  const template = JSON.stringify({
    Resources: { Note: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: name } } },
    Outputs: { TypeRoleArn: { Value: `arn:aws:iam::${account}:role/types` } },
  });
  const place = { accountId: account, region: 'us-east-1' };
  return createStack(cloudFormation, { ...place, name, file: name, template });
}
