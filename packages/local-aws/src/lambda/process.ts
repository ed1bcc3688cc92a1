import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Instant } from '@cutover/ground';
import { turnLimitMs } from './meter';

/** What a process has to know before it loads the bundle. */
export interface Launch {
  /** A CommonJS file that exports `entrypoint(event, context)`. */
  readonly bundle: string;
  /** The clock while the bundle loads; the turn brings its own. */
  readonly now: Instant;
  readonly region: string;
  /** `http://127.0.0.1:PORT` of the wire. */
  readonly endpoint: string;
  /** Addresses that the local AWS plays, to loopback: edges (80, 443) and authoritative name servers (53). */
  readonly routes: Readonly<Record<string, string>>;
  /** `127.0.0.1:PORT` of the public resolver. */
  readonly resolver: string;
  /** The local certificate authority, in PEM. */
  readonly caFile: string;
  /** Holds compiled code from one turn to the next; private to this run. */
  readonly cacheFolder: string;
}

/** A process with the bundle loaded, or loading, that waits for a turn on standard input. */
export interface HandlerProcess {
  /** Hands it the next turn. @returns what it wrote until it had answered, or until its end */
  serve(turn: object): Promise<Written>;
  /** How it ended, in words; heard also by those who ask after the end. */
  readonly exit: Promise<string>;
  kill(signal: NodeJS.Signals): void;
}

export interface Written {
  readonly out: string;
  readonly err: string;
  /** The runner's one line; empty when the process came to none. */
  readonly report: string;
}

/**
 * The local authority alone is trusted, and read when TLS is first used. With NODE_EXTRA_CA_CERTS node would read its
 * own 140 authorities at every start, which takes as long as all the rest of it.
 */
const trust = ['--use-openssl-ca'];

export function launchProcess(launch: Launch): HandlerProcess {
  const runner = [sandboxFile('runner.cjs'), launch.bundle, cacheFileOf(launch)];
  const child = spawn(process.execPath, [...trust, '--require', sandboxFile('sandbox.cjs'), ...runner], {
    env: environmentOf(launch),
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const { stdin, stdout, stderr, stdio } = child;
  const report = stdio[3] as Readable;
  for (const stream of [stdout, stderr, report]) stream.setEncoding('utf8');
  // A process that dies early closes its end before it has read everything.
  stdin.on('error', ignoreBrokenPipe);
  return {
    async serve(turn) {
      stdin.write(`${JSON.stringify(turn)}\n`);
      const [out, err, told] = await Promise.all([
        upToMark(stdout, logLimit),
        upToMark(stderr, logLimit),
        upToMark(report),
      ]);
      return { out, err, report: told };
    },
    exit: exitOf(child),
    kill: (signal) => void child.kill(signal),
  };
}

/** What the runner ends a turn with on each stream; see runner.cjs. */
const mark = '\0';
const logLimit = 64_000;

/** What a stream brings until the mark, or until its end: after the mark nothing comes before the next turn. */
async function upToMark(stream: Readable, limit = Number.POSITIVE_INFINITY): Promise<string> {
  let text = '';
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    const isLast = chunk.endsWith(mark);
    if (text.length < limit) text += isLast ? chunk.slice(0, -mark.length) : chunk;
    if (isLast) break;
  }
  return text;
}

const exitOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)));

/** These files stay files: another process loads them. A build that bundles this module copies them beside it. */
const sandboxFile = (name: string): string => join(__dirname, name);

/** V8 compares no more than the length of the source, so the name has to tell two builds apart. */
export function cacheFileOf({ bundle, cacheFolder }: Pick<Launch, 'bundle' | 'cacheFolder'>): string {
  const { mtimeMs, size } = statSync(bundle);
  return join(cacheFolder, `compiled-${Math.round(mtimeMs)}-${size}`);
}

/**
 * All of the environment: nothing of the machine leaks in, above all no credentials, proxies or files of settings.
 * What begins with CUTOVER_ is for the sandbox, which takes it away before the handler's code is loaded.
 */
const environmentOf = (launch: Launch): NodeJS.ProcessEnv => ({
  AWS_ENDPOINT_URL: launch.endpoint,
  // Its client puts the account before the host, and with digits at its end that would be no host of a URL.
  AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: launch.endpoint.replace('127.0.0.1', 'localhost'),
  AWS_REGION: launch.region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  SSL_CERT_FILE: launch.caFile,
  // No folder: that of the machine must not be asked.
  SSL_CERT_DIR: '/dev/null',
  TZ: 'UTC',
  CUTOVER_NOW_MS: String(launch.now),
  CUTOVER_LIMIT_MS: String(turnLimitMs),
  CUTOVER_ROUTES: JSON.stringify(launch.routes),
  CUTOVER_RESOLVER: launch.resolver,
});

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
}
