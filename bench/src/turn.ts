import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { LocalAws, TypeRuntime } from '@cutover/local-aws';
import { msEach, type Pair } from './compare';
import { account } from './small-world';

const typePackage = 'awscommunity-cloudfront-aliasmigration';

/**
 * A turn that reads a migration that nobody began: the least that a handler does, with one call of AWS. It runs in a
 * process that has served before, but for one turn of `turnsPerProcess`.
 */
export function turnPairs(aws: LocalAws, times: number): Pair[] {
  const folder = dirname(require.resolve(`${typePackage}/package.json`));
  const runtime = aws.runtimeOf(join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js'));
  return [
    {
      name: 'turn of the handler',
      unit: 'ms',
      against: 'a bare `node -e 0` process',
      ours: msEach(times, () => readNothing(runtime)),
      peer: msEach(times, bareProcess),
    },
  ];
}

async function readNothing(runtime: TypeRuntime): Promise<void> {
  const turn = await runtime.invoke({
    requestData: {
      callerCredentials: { accessKeyId: account.id, secretAccessKey: 'local', sessionToken: '' },
      resourceProperties: { MigrationId: 'am-0123456789ab' },
      previousResourceProperties: null,
      logicalResourceId: 'Bench',
      typeConfiguration: null,
    },
    region: 'us-east-1',
    awsAccountId: account.id,
    action: 'READ',
    callbackContext: null,
    bearerToken: 'bench',
    resourceType: 'AwsCommunity::CloudFront::AliasMigration',
  });
  if (turn.kind !== 'answered' || turn.event.errorCode !== 'NotFound')
    throw new Error(`The handler read what is not there: ${JSON.stringify(turn)}`);
}

const bareProcess = (): Promise<void> =>
  new Promise((resolve, reject) => {
    // Without this machine's settings, like the handler's.
    const child = spawn(process.execPath, ['-e', '0'], { env: {}, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
    child.once('error', reject).once('close', () => resolve());
  });
