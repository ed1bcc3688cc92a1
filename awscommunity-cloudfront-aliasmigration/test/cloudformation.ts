import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { secondsToMs } from '@cutover/ground';
import type { LocalAws, ProgressEvent } from '@cutover/local-aws';
import type { Properties } from '../src/codec';

const folder = join(__dirname, '..');
export const bundle = join(folder, 'build', 'TypeFunction', 'dist', 'handlers.js');
export const TYPE_NAME = 'AwsCommunity::CloudFront::AliasMigration';

type Action = 'CREATE' | 'READ' | 'UPDATE' | 'DELETE' | 'LIST';

/** A call of the handler, as CloudFormation means it. */
export interface Order {
  readonly action: Action;
  readonly properties: Partial<Properties>;
  readonly previous?: Partial<Properties>;
  /** Another one is another request; the same is a replay. */
  readonly token?: string;
}

export interface Turn extends Order {
  readonly event: ProgressEvent;
  /** What the handler printed: Lambda's log. */
  readonly log: string;
}

export const ACCOUNT = '310123456789';
/** Twelve digits are the administrator of that account. */
export const credentials = {
  accessKeyId: ACCOUNT,
  secretAccessKey: 'secret-access-key-of-the-caller',
  sessionToken: 'session-token-of-the-caller',
};

export const payloadOf = ({ action, properties, previous, token = 'token-1' }: Order, context?: object) => ({
  requestData: {
    callerCredentials: credentials,
    resourceProperties: properties,
    previousResourceProperties: previous ?? null,
    logicalResourceId: 'Move',
    typeConfiguration: null,
  },
  region: 'eu-central-1',
  awsAccountId: ACCOUNT,
  action,
  callbackContext: context ?? null,
  bearerToken: token,
  resourceType: TYPE_NAME,
});

/** Calls the built bundle again and again, as CloudFormation does, until it answers no more IN_PROGRESS. */
export async function carryOut(aws: LocalAws, order: Order): Promise<Turn[]> {
  const runtime = aws.runtimeOf(bundle);
  const turns: Turn[] = [];
  let { properties } = order;
  for (let context: object | undefined; turns.length < 200; ) {
    const payload = payloadOf({ ...order, properties }, context);
    const turn = await runtime.invoke(JSON.parse(JSON.stringify(payload)));
    if (turn.kind !== 'answered') throw new Error(`${order.action}: ${JSON.stringify(turn)}`);
    const { event } = turn;
    turns.push({ ...order, properties, event, log: (turn as unknown as { log: string }).log });
    if (event.status !== 'IN_PROGRESS') return turns;
    properties = (event.resourceModel ?? {}) as Partial<Properties>;
    context = event.callbackContext ?? undefined;
    const pause = secondsToMs(event.callbackDelaySeconds ?? 0) + (turn.tookMs ?? 0);
    await aws.timeline.runTo(aws.timeline.now() + pause);
  }
  throw new Error(`${order.action} goes on for ever: ${JSON.stringify(turns.at(-1)?.event)}`);
}

/** Calls it in one process that stays warm, with no clock of its own, and so for answers of one turn only. */
export function callWarm(aws: LocalAws, events: readonly object[]): Promise<ProgressEvent[]> {
  return new Promise((resolve, reject) => {
    const env = { AWS_ENDPOINT_URL: aws.endpoint, AWS_EC2_METADATA_DISABLED: 'true' };
    const child = execFile(
      process.execPath,
      [join(__dirname, 'warm.cjs'), bundle],
      { env, timeout: 60_000 },
      (error, stdout) =>
        error ? reject(error) : resolve(JSON.parse(stdout.trim().split('\n').at(-1)!) as ProgressEvent[]),
    );
    child.stdin?.end(JSON.stringify(events));
  });
}
