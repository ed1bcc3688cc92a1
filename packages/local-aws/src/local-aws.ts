import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, secondsToMs } from '@cutover/ground';
import { nameServerAddresses, publicResolverAddress } from './dns/name-servers';
import { type DnsServers, startDns } from './dns/server';
import { createAuthority } from './edge/authority';
import { type EndpointDefinition, startEndpoints } from './edge/endpoints';
import type { OriginRequest } from './edge/origin-load';
import { type OriginDefinition, originsOf } from './edge/origins';
import { startEdges } from './edge/server';
import { type FunctionDefinition, type Invoke, oneAtATime } from './lambda/endpoint';
import { meterOf } from './lambda/meter';
import { runTurn, type TurnOptions, type TurnResult } from './lambda/turn';
import { warmProcesses } from './lambda/warm';
import type { TypeRuntime } from './stack/type-runtime';
import { type Timeline, timelineOf } from './timeline';
import { startWire } from './wire/server';
import { advance, nextChangeAt } from './world/advance';
import { createWorld } from './world/create';
import type { Knobs } from './world/knobs';
import type { Account, World } from './world/world';

export interface LocalAwsOptions {
  readonly seed: string;
  readonly startedAt: Instant;
  readonly knobs?: Partial<Knobs>;
  /** The first one is the default account. */
  readonly accounts?: readonly Account[];
  readonly origins?: readonly OriginDefinition[];
  /** Web servers that viewers reach past CloudFront. */
  readonly endpoints?: readonly EndpointDefinition[];
  /** Port of the endpoint; 0, the default, takes a free one. */
  readonly port?: number;
  /** Time comes from here instead of the timeline: for a local AWS that nobody drives. */
  readonly wallClock?: () => Instant;
  /** Moves that clock ahead, for `POST /_local/advance`. */
  readonly skip?: (seconds: number) => void;
  /**
   * What Lambda's API can invoke, by name. Whoever invokes moves the timeline: it goes on by what an invocation took,
   * and by `POST /_local/advance`.
   */
  readonly functions?: Readonly<Record<string, FunctionDefinition>>;
  /** Keeps compiled code of handlers for runs that come after this one; left out, it goes with this one. */
  readonly cacheFolder?: string;
  /** Hears of every invocation through Lambda's API. */
  readonly onInvocation?: (invocation: Invocation) => void;
}

/** A function that was invoked through Lambda's API, and what came of it. */
export interface Invocation {
  readonly functionName: string;
  readonly payload: object;
  readonly result: TurnResult;
}

/** All of AWS on loopback. */
export interface LocalAws {
  readonly world: World;
  readonly timeline: Timeline;
  /** `http://127.0.0.1:PORT`, for AWS_ENDPOINT_URL. */
  readonly endpoint: string;
  readonly port: number;
  /** The authority that signs the edges' certificates. */
  readonly caPem: string;
  /** `address:port` as DNS and users know it, to the loopback one that stands in for it. */
  readonly routes: Readonly<Record<string, string>>;
  /** `127.0.0.1:PORT` of the public resolver. */
  readonly resolver: string;
  /** Every request that reached an origin, in order of time: the load that caches did not keep off. */
  readonly originRequests: readonly OriginRequest[];
  /** What a client of AWS needs in its environment. */
  environment(): Record<string, string>;
  /** Runs a handler bundle as Lambda does, turn by turn, at the timeline's instant. */
  runtimeOf(bundle: string): TypeRuntime;
  stop(): Promise<void>;
}

/** Starts everything, on free loopback ports. @throws what listening throws, such as EADDRINUSE. */
export async function startLocalAws(options: LocalAwsOptions): Promise<LocalAws> {
  const world = createWorld(options);
  const timeline = timelineOf(options.startedAt, selfMoving(world), (actor) =>
    world.chance.unit(actor, 'order of events at one instant', 0),
  );
  const now = options.wallClock ?? timeline.now;
  const meter = meterOf();
  // The wire first: its port is the only one that may be taken.
  const wire = await startWire(world, {
    now,
    meter,
    port: options.port,
    actorOf: () => (meter.isRunning() ? 'handler' : 'client'),
    onKilled: () => meter.kill(),
    lambda: {
      functions: Object.keys(options.functions ?? {}),
      invoke: oneAtATime((name, payload) => invoke(name, payload)),
    },
    ...advancing(
      options,
      (seconds) => letPass(secondsToMs(seconds)),
      () => advance(world, now()),
    ),
  });
  const authority = await createAuthority(new Date(options.startedAt));
  const folder = await mkdtemp(join(tmpdir(), 'cutover-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, authority.pem);
  const dns = await startDns(world, now);
  const edges = await startEdges(world, authority, { origins: originsOf(options.origins ?? []) });
  const endpoints = await startEndpoints(options.endpoints ?? [], authority);
  const follower = options.wallClock && follow(world, options.wallClock);
  const endpoint = `http://127.0.0.1:${wire.port}`;
  const resolver = `127.0.0.1:${dns.resolverPort}`;
  const viewerRoutes = { ...edges.routes, ...endpoints.routes };
  const routes = { ...viewerRoutes, ...dnsRoutes(dns) };
  const processes = warmProcesses(world.knobs.turnsPerProcess);
  const launch = { endpoint, routes, resolver, caFile, cacheFolder: options.cacheFolder ?? folder };
  const letPass = (ms: number): Promise<void> => timeline.runTo(timeline.now() + ms);
  const run = (made: Pick<TurnOptions, 'bundle' | 'payload' | 'region' | 'handler'>): Promise<TurnResult> =>
    runTurn({ ...launch, meter, processes, ...made, now: now() });
  const invoke = invokerOf(options, run, letPass);
  for (const bundle of bundlesOf(options))
    processes.expect({ ...launch, bundle, region: usualRegion, now: now() });
  return {
    world,
    timeline,
    endpoint,
    port: wire.port,
    caPem: authority.pem,
    routes,
    resolver,
    get originRequests() {
      return edges.originRequests;
    },
    environment: () => environmentOf(world, endpoint, caFile, resolver, viewerRoutes),
    runtimeOf: (bundle) => ({ invoke: (payload) => run({ bundle, payload, region: payload.region }) }),
    stop: async () => {
      clearInterval(follower);
      await Promise.all([processes.stop(), wire.stop(), dns.stop(), edges.stop(), endpoints.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Time is moved by hand only where no run moves it. */
function advancing(
  { functions, wallClock, skip }: LocalAwsOptions,
  letPass: (seconds: number) => Promise<void>,
  catchUp: () => void,
): { advanceBy?: (seconds: number) => Promise<void> } {
  if (wallClock && skip)
    return {
      advanceBy: async (seconds) => {
        skip(seconds);
        // Edges and name servers are where a request would find them.
        catchUp();
      },
    };
  return functions && !wallClock ? { advanceBy: letPass } : {};
}

/** Where what is invoked without a word of it is. */
const usualRegion = 'us-east-1';

/** Of the functions that Lambda's API can invoke. */
const bundlesOf = ({ functions = {} }: LocalAwsOptions): Set<string> =>
  new Set(Object.values(functions).map(({ bundle }) => bundle));

/** Invocations through Lambda's API: nobody else moves the timeline then, so they do. */
function invokerOf(
  { functions = {}, wallClock, onInvocation }: LocalAwsOptions,
  run: (made: Pick<TurnOptions, 'bundle' | 'payload' | 'region' | 'handler'>) => Promise<TurnResult>,
  letPass: (ms: number) => Promise<void>,
): Invoke {
  return async (functionName, payload) => {
    const { region = usualRegion } = payload as { readonly region?: string };
    const result = await run({ ...functions[functionName]!, payload, region });
    if (!wallClock) await letPass(result.tookMs);
    onInvocation?.({ functionName, payload, result });
    return result;
  };
}

const selfMoving = (world: World) => ({
  nextChangeAt: () => nextChangeAt(world),
  advanceTo: (time: Instant) => advance(world, time),
});

const dnsRoutes = ({ authorityPort, resolverPort }: DnsServers): Record<string, string> => ({
  ...Object.fromEntries(
    nameServerAddresses.map((address) => [`${address}:53`, `127.0.0.1:${authorityPort}`]),
  ),
  [`${publicResolverAddress}:53`]: `127.0.0.1:${resolverPort}`,
});

const followEveryMs = 100;

/** Edges and name servers take up what is due although no request asks for it. */
function follow(world: World, wallClock: () => Instant): NodeJS.Timeout {
  return setInterval(() => advance(world, wallClock()), followEveryMs).unref();
}

function environmentOf(
  world: World,
  endpoint: string,
  caFile: string,
  resolver: string,
  edges: Readonly<Record<string, string>>,
): Record<string, string> {
  const [account] = world.accounts.keys();
  return {
    AWS_ENDPOINT_URL: endpoint,
    // With an account before it, a host that ends in digits would be no host of a URL.
    AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: endpoint.replace('127.0.0.1', 'localhost'),
    // Twelve digits are the administrator of that account.
    AWS_ACCESS_KEY_ID: account ?? '',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'us-east-1',
    // boto3 reads this one only.
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_CA_BUNDLE: caFile,
    NODE_EXTRA_CA_CERTS: caFile,
    CUTOVER_LOCAL_RESOLVER: resolver,
    CUTOVER_LOCAL_EDGES: Object.entries(edges)
      .map(([address, loopback]) => `${address}=${loopback}`)
      .join(','),
  };
}
