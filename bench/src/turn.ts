import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import type { LocalAws, TypeRuntime } from '@cutover/local-aws';
import { msEach, type Pair, type Side } from './compare';
import { account } from './small-world';

const typePackage = 'awscommunity-cloudfront-aliasmigration';
/** Long enough for a process to load the bundle. */
const restMs = 600;

/** A turn that reads a migration that nobody began: the least that a handler does, with one call of AWS. */
export function turnPairs(aws: LocalAws, times: number): Pair[] {
  const folder = dirname(require.resolve(`${typePackage}/package.json`));
  const runtime = aws.runtimeOf(join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js'));
  const turn = () => readNothing(runtime);
  const against = 'a bare `node -e 0` process';
  const peer = msEach(times, bareProcess);
  return [
    {
      name: 'turn of the handler, one after the other',
      unit: 'ms',
      against,
      ours: msEach(times, turn),
      peer,
    },
    {
      name: 'turn of the handler, its process started ahead',
      unit: 'ms',
      against,
      ours: rested(times, turn),
      peer,
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

/** As in a rehearsal, where traffic runs between two turns. */
function rested(times: number, run: () => Promise<void>): Side {
  const timed = msEach(1, run);
  return {
    async sample() {
      let ms = 0;
      for (let i = 0; i < times; i++) {
        await rest(restMs);
        ms += await timed.sample();
      }
      return ms / times;
    },
  };
}
