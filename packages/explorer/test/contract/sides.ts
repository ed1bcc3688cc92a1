import { dirname } from 'node:path';
import {
  answer,
  callerOf,
  type LocalAws,
  parseFault,
  seedRole,
  startLocalAws,
  type World,
} from '@cutover/local-aws';
import { ACCOUNTS } from '../../src/cast';
import { originsOf } from '../../src/origins';
import { lineTo, portsInProcess } from '../../src/port';
import type { Case } from '../../src/worlds';
import type { Ask } from './ask';
import { given } from './given';
import { heardBy } from './heard';
import type { AskPayload } from './turn';

/** What came of an ask, and the world after it. */
export interface Outcome {
  readonly heard: object;
  readonly world: object;
}

const SEED = '7';

/** Straight on the world. */
export async function askInProcess(scenario: Case, ask: Ask): Promise<Outcome> {
  const world = scenario.make(SEED);
  const { accessKeyId } = prepare(world, ask);
  const asker = () => callerOf(world, accessKeyId, 'us-east-1');
  const ports = portsInProcess(
    world,
    lineTo(world, () => {}),
    scenario.migration,
    scenario.health,
    asker,
  );
  const etags = etagsOf(world);
  const heard = await heardBy(() => ask.ask(ports, (id) => etags[id] ?? ''));
  return { heard: throughJson(heard), world: portraitOf(world) };
}

/**
 * The SDK, DNS and HTTPS on loopback, in a process like a handler's: there the addresses of edges and name servers
 * lead to the local ones.
 */
export async function askOverTheWire(scenario: Case, ask: Ask, bundle: string): Promise<Outcome> {
  const cacheFolder = dirname(bundle);
  const aws = await startLocalAws({ ...scenario.options(SEED), origins: originsOf(scenario), cacheFolder });
  try {
    scenario.fill(aws.world);
    const credentials = prepare(aws.world, ask);
    const heard = await turnOf(aws, bundle, { name: ask.name, credentials, etags: etagsOf(aws.world) });
    return { heard, world: portraitOf(aws.world) };
  } finally {
    await aws.stop();
  }
}

async function turnOf(aws: LocalAws, bundle: string, payload: AskPayload): Promise<object> {
  const turn = await aws.runtimeOf(bundle).invoke({ ...payload, region: 'us-east-1' } as never);
  if (turn.kind !== 'answered') throw new Error(`The ask ended without an answer: ${JSON.stringify(turn)}`);
  return turn.event;
}

/** The same for both: same seed, same history, same faults to come. @returns the keys that ask */
function prepare(world: World, ask: Ask) {
  if (ask.given) given[ask.given](world);
  const keys = ask.asNobody
    ? keysOfNobody(world)
    : { accessKeyId: ACCOUNTS.target, secretAccessKey: 'local' };
  if (ask.fault) world.faults.push(parseFault(ask.fault));
  return keys;
}

const NOBODY = `arn:aws:iam::${ACCOUNTS.target}:role/nobody`;

/** A session of a role without a single permission. */
function keysOfNobody(world: World) {
  seedRole(world, {
    arn: NOBODY,
    name: 'nobody',
    accountId: ACCOUNTS.target,
    trust: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: '*' }] },
    policies: [],
  });
  answer(world, {
    service: 'sts',
    operation: 'AssumeRole',
    input: { RoleArn: NOBODY, RoleSessionName: 'nobody' },
    caller: { accountId: ACCOUNTS.target, region: 'us-east-1' },
    actor: 'test',
    into: 0,
  });
  const [accessKeyId] = world.sessions.keys();
  if (!accessKeyId) throw new Error('STS gave nobody no session.');
  return { accessKeyId, secretAccessKey: 'local', sessionToken: 'local' };
}

const etagsOf = (world: World): Record<string, string> =>
  Object.fromEntries([...world.distributions.values()].map(({ id, etag }) => [id, etag]));

/** All that the world is, draws included; of each call what it was and what came of it, not how it was spelled. */
const portraitOf = ({ chance, knobs, calls, ...world }: World): object => ({
  ...world,
  calls: calls.map(({ service, operation, outcome, fault }) => [service, operation, outcome, fault]),
});

const throughJson = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
