import { join } from 'node:path';
import { secondsToMs } from '@cutover/ground';
import { type LocalAws, type ProgressEvent, seedHostedZone, startLocalAws } from '@cutover/local-aws';
import type { Properties } from '../src/codec';

export const bundle = join(__dirname, '..', 'build', 'TypeFunction', 'dist', 'handlers.js');
export const ACCOUNT = '310123456789';
export const ZONE = 'Z0EXAMPLECOM';

/** A call of the handler, as CloudFormation means it. */
export interface Order {
  readonly action: 'CREATE' | 'READ' | 'UPDATE' | 'DELETE' | 'LIST';
  readonly properties: Properties;
  readonly previous?: Properties;
  /** Another one is another request; the same is a replay. */
  readonly token?: string;
}

/** An account with a hosted zone, and nothing else. */
export async function startSmallWorld(): Promise<LocalAws> {
  const aws = await startLocalAws({
    seed: 'bundle of redirects',
    startedAt: Date.UTC(2026, 0, 1),
    accounts: [{ id: ACCOUNT, name: 'site' }],
    knobs: { edgeCount: 2, deployTailSeconds: [5, 20], callLatencyMs: [20, 60] },
  });
  seedHostedZone(aws.world, { accountId: ACCOUNT, id: ZONE, name: 'example.com', records: [] });
  return aws;
}

const payloadOf = ({ action, properties, previous, token = 'token-1' }: Order, context?: object) => ({
  requestData: {
    // Twelve digits are the administrator of that account.
    callerCredentials: { accessKeyId: ACCOUNT, secretAccessKey: 'secret', sessionToken: 'session' },
    resourceProperties: properties,
    previousResourceProperties: previous ?? null,
    logicalResourceId: 'Redirects',
    typeConfiguration: null,
  },
  region: 'eu-central-1',
  awsAccountId: ACCOUNT,
  action,
  callbackContext: context ?? null,
  bearerToken: token,
  resourceType: 'AwsCommunity::Redirect::Site',
});

/** Calls the built bundle again and again, as CloudFormation does, until it answers no more IN_PROGRESS. */
export async function carryOut(aws: LocalAws, order: Order): Promise<ProgressEvent[]> {
  const runtime = aws.runtimeOf(bundle);
  const events: ProgressEvent[] = [];
  let { properties } = order;
  for (let context: object | undefined; events.length < 300; ) {
    const payload = payloadOf({ ...order, properties }, context);
    const turn = await runtime.invoke(JSON.parse(JSON.stringify(payload)));
    if (turn.kind !== 'answered') throw new Error(`${order.action}: ${JSON.stringify(turn)}`);
    const { event } = turn;
    events.push(event);
    if (event.status !== 'IN_PROGRESS') return events;
    properties = (event.resourceModel ?? {}) as Properties;
    context = event.callbackContext ?? undefined;
    const pause = secondsToMs(event.callbackDelaySeconds ?? 0) + (turn.tookMs ?? 0);
    await aws.timeline.runTo(aws.timeline.now() + pause);
  }
  throw new Error(`${order.action} goes on for ever: ${JSON.stringify(events.at(-1))}`);
}
