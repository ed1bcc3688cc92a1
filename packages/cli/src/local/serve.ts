import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  answer,
  type CloudFormation,
  type LocalAws,
  serveStackOrders,
  startCloudFormation,
  startLocalAws,
} from '@cutover/local-aws';
import { Deployments } from '../rehearsal/deployments';
import { prepare } from '../rehearsal/prepare';
import { registeredTypes } from '../rehearsal/registered-types';
import type { Setting } from '../rehearsal/rehearsal';
import { UserError } from '../user-error';
import { localClock } from './clock';
import { type CurlSetup, setUpCurl } from './curl';
import { type Accounts, writeProfiles } from './profiles';
import { type LocalServer, makeFolder, readState, removeState, writeState } from './state';

export interface ServeRequest {
  readonly port: number;
  readonly seed: string;
  /** Virtual seconds per second. */
  readonly speed: number;
  readonly setting: Setting;
  /** What `setting` was read from, in the words of the command line. */
  readonly origin: string;
  /** Folder of the state file. */
  readonly folder: string;
  readonly onReady: (server: LocalServer) => void;
}

/** Serves until a signal comes or the state file is taken away. Time follows the wall: this is a face. */
export async function serveLocal(request: ServeRequest): Promise<void> {
  const { aws, orders } = await startOnPort(request);
  try {
    await keepServing(aws, { ...request, accounts: request.setting.accounts });
  } finally {
    await orders.stop();
  }
}

/** Where people find a local AWS that runs. */
export interface Presence extends Pick<ServeRequest, 'origin' | 'folder' | 'onReady'> {
  readonly accounts: Accounts;
}

/** Lets AWS's clients and curl find this local AWS until it is to end, then stops it. */
export async function keepServing(aws: LocalAws, presence: Presence): Promise<void> {
  const { folder, accounts, origin, onReady } = presence;
  try {
    makeFolder(folder);
    const curl = setUpCurl(folder, aws);
    const environment = {
      ...aws.environment(),
      ...writeProfiles(folder, accounts, aws.endpoint),
      ...curl.environment,
      CUTOVER_LOCAL_CURL: curl.line,
      CUTOVER_LOCAL_PID: String(process.pid),
    };
    const server = { pid: process.pid, port: aws.port, origin, environment };
    writeState(folder, server);
    onReady(server);
    process.send?.({ ready: server });
    await untilEnd(folder, curl);
    for (const file of ownFiles) rmSync(join(folder, file), { force: true });
  } finally {
    await aws.stop();
  }
}

/** What a server leaves in its folder beside the state file. */
const ownFiles = ['config', 'credentials', '.curlrc', 'ca.pem', 'ca-and-roots.pem'];

/** A local AWS that follows the clock, and makes the stacks that its clients order. */
interface Served {
  readonly aws: LocalAws;
  readonly orders: ReturnType<typeof serveStackOrders>;
}

async function startOnPort({ port, seed, speed, setting }: ServeRequest): Promise<Served> {
  const startedAt = Date.now();
  let now = () => startedAt;
  let skip: (seconds: number) => void = () => {};
  const aws = await orSayTaken(port, () =>
    startLocalAws({
      seed,
      startedAt,
      wallClock: () => now(),
      skip: (seconds) => skip(seconds),
      accounts: Object.entries(setting.accounts).map(([name, id]) => ({ id, name })),
      origins: Object.entries(setting.origins).map(([domainName, { rules }]) => ({ domainName, rules })),
      port,
    }),
  );
  // Stacks that are there before are made on the timeline, as fast as it goes; then the wall takes over.
  now = aws.timeline.now;
  const cloudFormation = await orStop(aws, () => prepareOn(aws, setting));
  const clock = localClock(aws.timeline.now(), speed, Date.now);
  now = clock.now;
  skip = clock.skip;
  return { aws, orders: serveStackOrders(cloudFormation, clock.now) };
}

async function prepareOn(aws: LocalAws, setting: Setting): Promise<CloudFormation> {
  const { world, timeline } = aws;
  const types = registeredTypes(aws, () => {});
  const cloudFormation = startCloudFormation({ world, timeline, answer, types });
  await prepare(aws, setting, new Deployments(setting, cloudFormation));
  return cloudFormation;
}

async function orSayTaken<T>(port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UserError(`port ${port} is in use; choose another with --port, or leave it out for a free one`);
  }
}

async function orStop<T>(aws: LocalAws, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await aws.stop();
    throw error;
  }
}

const watchEveryMs = 200;

function untilEnd(folder: string, curl: CurlSetup): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (readState(folder)?.pid !== process.pid) end();
      else curl.refresh();
    }, watchEveryMs);
    const onSignal = (): void => {
      removeState(folder);
      end();
    };
    const end = (): void => {
      clearInterval(watch);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      resolve();
    };
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  });
}
