import { type LocalAws, startLocalAws } from '@cutover/local-aws';
import { UserError } from '../user-error';
import { type LocalServer, readState, removeState, writeState } from './state';

export interface ServeRequest {
  readonly port: number;
  readonly seed: string;
  readonly folder: string;
  readonly onReady: (server: LocalServer) => void;
}

/** The account that an unknown access key administers. */
const defaultAccount = { id: '111122223333', name: 'local' };

/** Serves until a signal comes or the state file is taken away. Time is the wall's: this is a face. */
export async function serveLocal(request: ServeRequest): Promise<void> {
  const aws = await startOnPort(request);
  const environment = { ...aws.environment(), CUTOVER_LOCAL_PID: String(process.pid) };
  const server = { pid: process.pid, port: aws.port, environment };
  writeState(request.folder, server);
  request.onReady(server);
  process.send?.({ ready: server });
  await untilEnd(request.folder);
  await aws.stop();
}

async function startOnPort(request: ServeRequest): Promise<LocalAws> {
  try {
    return await startLocalAws({
      seed: request.seed,
      startedAt: Date.now(),
      wallClock: Date.now,
      accounts: [defaultAccount],
      origins: [],
      port: request.port,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UserError(
      `port ${request.port} is in use; choose another with --port, or leave it out for a free one`,
    );
  }
}

const watchEveryMs = 200;

function untilEnd(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (readState(folder)?.pid !== process.pid) end();
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
