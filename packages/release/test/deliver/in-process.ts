import { type RegistryAccount, registryAccountOf } from '@cutover/aws-adapter';
import {
  advance,
  answer,
  type CloudFormation,
  createWorld,
  nextChangeAt,
  seedBucket,
  startCloudFormation,
  type TestRunner,
  type TypePayload,
  type TypeRegistration,
  type TypeTurn,
  takeOrders,
  timelineOf,
  type World,
} from '@cutover/local-aws';
import type { Io } from '../../src/io';

export const accountId = '310123456789';
export const home = 'us-east-1';
export const inbox = 'inbox';

/** What is done to one call of a delivery. */
export type Harm = 'refused' | 'lost' | 'killed before' | 'killed after';

/** AWS in this process, on a timeline that moves when the delivery waits. */
export interface Bench {
  readonly world: World;
  readonly cloudFormation: CloudFormation;
  readonly io: Io & { said: string };
  account(region: string): RegistryAccount;
  /** Calls of the delivery so far. */
  calls: string[];
  /** Strikes at the n-th call from the next one on, once; calls count from 1. */
  harm: { readonly nth: number; readonly kind: Harm } | undefined;
  minutes(): number;
  /** Runs work to its end, or until its process is killed. */
  untilKilled<T>(work: () => Promise<T>): Promise<T | 'killed'>;
  kill: () => void;
}

interface BenchOptions {
  readonly runTests?: TestRunner;
  /** The types of integ.yml, run by whatever version is the default. */
  readonly types?: readonly TypeRegistration[];
  readonly answer?: typeof answer;
}

const passes: TestRunner = async () => ({ isPassed: true, description: 'all passed' });

export function bench({ runTests = passes, types = [], answer: gate = answer }: BenchOptions = {}): Bench {
  const startedAt = Date.UTC(2026, 0, 1);
  const world = createWorld({
    seed: 'delivery',
    startedAt,
    knobs: { callLatencyMs: [1, 2] },
    accounts: [{ id: accountId, name: 'publisher' }],
  });
  for (const name of [inbox, 'next', 'logs']) seedBucket(world, { name, accountId });
  const timeline = timelineOf(
    startedAt,
    { nextChangeAt: () => nextChangeAt(world), advanceTo: (time) => advance(world, time) },
    () => 0,
  );
  const cloudFormation = startCloudFormation({ world, timeline, answer: gate, types });
  const accounts = new Map<string, RegistryAccount>();
  const here: Bench = {
    world,
    cloudFormation,
    calls: [],
    harm: undefined,
    minutes: () => (timeline.now() - startedAt) / 60_000,
    kill: () => {},
    untilKilled: (work) => {
      const killed = new Promise<'killed'>((resolve) => {
        here.kill = () => resolve('killed');
      });
      return Promise.race([work(), killed]);
    },
    account: (region) => {
      if (!accounts.has(region)) accounts.set(region, registryAccountOf(clientsIn(here, gate, region)));
      return accounts.get(region)!;
    },
    io: {
      said: '',
      out: () => {},
      err: (text) => {
        here.io.said += text;
      },
      folder: '',
      now: () => timeline.now(),
      sleep: async (ms) => {
        await takeOrders(cloudFormation, runTests);
        await timeline.runTo(timeline.now() + ms);
      },
    },
  };
  return here;
}

/** None of the deliveries here needs more. */
const mostCalls = 1_500;

type Clients = Parameters<typeof registryAccountOf>[0];

/** The clients that the adapter speaks through: requests go straight to the gate. */
function clientsIn(here: Bench, gate: typeof answer, region: string): Clients {
  const send =
    (service: 'cloudformation' | 's3') => async (command: { input: object; constructor: object }) => {
      const operation = (command.constructor as { name: string }).name.replace(/Command$/, '');
      return sendOne(here, gate, { service, operation, input: command.input, region });
    };
  return { cloudFormation: { send: send('cloudformation') }, s3: { send: send('s3') } } as unknown as Clients;
}

interface Sent {
  readonly service: 'cloudformation' | 's3';
  readonly operation: string;
  readonly input: object;
  readonly region: string;
}

async function sendOne(here: Bench, gate: typeof answer, sent: Sent): Promise<unknown> {
  here.calls.push(sent.operation);
  if (here.calls.length > mostCalls) throw new Error(`in circles: ${here.calls.slice(-12).join()}`);
  const { harm } = here;
  const isStruck = harm?.nth === here.calls.length;
  if (isStruck && harm.kind === 'killed before') return dead(here);
  // What the SDK gives up on after its eighth try.
  if (isStruck && harm.kind === 'refused') throw awsError('Throttling', 400, 'Rate exceeded');
  if (isStruck && harm.kind === 'lost') ask(here, gate, sent);
  const answered = ask(here, gate, sent);
  if (isStruck && harm.kind === 'killed after') return dead(here);
  if (answered.kind === 'output') return withBody(answered.output);
  if (answered.kind === 'failure') throw awsError(answered.code, answered.status, answered.message);
  throw new Error(`unexpected: ${answered.kind}`);
}

/** Nobody hears of anything any more. */
function dead(here: Bench): Promise<never> {
  here.kill();
  return new Promise(() => {});
}

const ask = ({ world }: Bench, gate: typeof answer, { region, ...sent }: Sent) =>
  gate(world, { ...sent, caller: { accountId, region }, actor: 'release', into: 0 });

const awsError = (name: string, status: number, message: string): Error =>
  Object.assign(new Error(message), { name, $fault: 'client', $metadata: { httpStatusCode: status } });

/** S3 answers with a stream. */
function withBody(output: unknown): unknown {
  const { Body } = output as { Body?: Uint8Array };
  return Body instanceof Uint8Array
    ? { ...(output as object), Body: { transformToByteArray: async () => Body } }
    : output;
}

/** A type whose handlers do what a test says, with the bytes of the version that is the default at that moment. */
export const typeRunBy = (typeName: string, turn: (payload: TypePayload) => TypeTurn): TypeRegistration => ({
  typeName,
  schema: {
    typeName,
    properties: { Name: { type: 'string' }, Id: { type: 'string' } },
    primaryIdentifier: ['/properties/Id'],
    readOnlyProperties: ['/properties/Id'],
    additionalProperties: false,
  },
  runtime: { invoke: async (payload) => turn(payload) },
});
