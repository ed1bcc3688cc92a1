import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The one local AWS of a user, as its state file tells. */
export interface LocalServer {
  readonly pid: number;
  readonly port: number;
  /** What it was started from: a rehearsal folder, or accounts. */
  readonly origin: string;
  readonly environment: Record<string, string>;
}

/** Where the state file and the CA's certificate stand; one folder per user. */
export const stateFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  env.CUTOVER_STATE_DIR ?? join(tmpdir(), `cutover-local-${userInfo().uid}`);

const stateFile = (folder: string): string => join(folder, 'server.json');

/** Nobody else's to read. */
export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
};

export function writeState(folder: string, server: LocalServer): void {
  makeFolder(folder);
  writeFileSync(stateFile(folder), JSON.stringify(server), { mode: 0o600 });
}

/** @returns undefined when there is no state file. */
export function readState(folder: string): LocalServer | undefined {
  try {
    return JSON.parse(readFileSync(stateFile(folder), 'utf8')) as LocalServer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes the state file away; a server that finds its own gone ends by itself. */
export const removeState = (folder: string): void => rmSync(stateFile(folder), { force: true });

/** The server that runs; a state file whose port is silent was left behind by a killed one. */
export async function findServer(folder: string): Promise<LocalServer | undefined> {
  const server = readState(folder);
  return server && (await isListening(server.port)) ? server : undefined;
}

/**
 * Ends the server by taking its state file away, which it watches. No process id is signalled: the number may
 * belong to somebody else by now.
 */
export async function stopServer(folder: string): Promise<LocalServer | undefined> {
  const server = await findServer(folder);
  removeState(folder);
  for (let tries = 0; server && tries < 100 && (await isListening(server.port)); tries++) await sleep(50);
  return server;
}

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (listening: boolean) => () => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', answer(true)).once('error', answer(false));
  });
