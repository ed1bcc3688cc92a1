import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Instant } from '@cutover/ground';
import type { ProgressEvent } from '../stack/type-runtime';
import { type TurnMeter, turnLimitMs } from './meter';

/** One call of a handler, as Lambda makes it: a process, an event, an answer. */
export interface TurnOptions {
  /** A CommonJS file that exports `entrypoint(event, context)`. */
  readonly bundle: string;
  /** The production payload of CloudFormation. */
  readonly payload: object;
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
  readonly meter: TurnMeter;
  /** Holds compiled code from one turn to the next; private to this run. */
  readonly cacheFolder: string;
  /** A turn that takes longer than this on the wall is a defect, ours or its own. */
  readonly wallLimitMs?: number;
}

export type TurnResult = (
  | { readonly kind: 'answered'; readonly event: ProgressEvent }
  /** A kill fault, or 60 virtual seconds were over. */
  | { readonly kind: 'killed' }
  | { readonly kind: 'crashed'; readonly stderr: string }
) & {
  /** Virtual: latency of its calls and what it slept. */
  readonly tookMs: number;
  /** What the handler printed. */
  readonly log: string;
};

/** What the runner writes on file descriptor 3. */
type Report = { readonly sleptMs: number } & (
  | { readonly kind: 'answered'; readonly event: ProgressEvent }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly reason: string }
);

const logLimit = 64_000;

/** Runs one turn to its end. `meter.kill()` ends it at any moment. */
export async function runTurn(options: TurnOptions): Promise<TurnResult> {
  const { meter } = options;
  const child = start(options);
  let killed = false;
  meter.begin(() => {
    killed = true;
    child.kill('SIGKILL');
  });
  const overdue = setTimeout(() => endOverdue(child), options.wallLimitMs ?? 30_000);
  try {
    // A process that dies early closes its end before it has read everything.
    child.stdin.on('error', ignoreBrokenPipe);
    child.stdin.end(JSON.stringify(options.payload));
    const [out, err, report, exit] = await Promise.all([
      textOf(child.stdout, logLimit),
      textOf(child.stderr, logLimit),
      textOf(child.stdio[3] as Readable),
      new Promise<string>((resolve) =>
        child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`)),
      ),
    ]);
    const told = report ? (JSON.parse(report) as Report) : undefined;
    return { ...outcome(killed, told, err, exit, meter.into()), log: out + err };
  } finally {
    clearTimeout(overdue);
    meter.end();
  }
}

function outcome(killed: boolean, told: Report | undefined, stderr: string, exit: string, chargedMs: number) {
  const tookMs = chargedMs + (told?.sleptMs ?? 0);
  if (killed || told?.kind === 'timeout' || tookMs >= turnLimitMs) {
    return { kind: 'killed', tookMs: Math.min(tookMs, turnLimitMs) } as const;
  }
  if (told?.kind === 'answered') return { kind: 'answered', event: told.event, tookMs } as const;
  const reason = told?.reason ?? `The handler's process ended without an answer (${exit}).`;
  return { kind: 'crashed', stderr: `${reason}\n${stderr}`.trim(), tookMs } as const;
}

type Child = ReturnType<typeof start>;

function start(options: TurnOptions) {
  const runner = [sandboxFile('runner.cjs'), options.bundle, cacheFileOf(options)];
  return spawn(process.execPath, ['--require', sandboxFile('sandbox.cjs'), ...runner], {
    env: environmentOf(options),
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
}

/** These files stay files: another process loads them. A build that bundles this module copies them beside it. */
const sandboxFile = (name: string): string => join(__dirname, name);

/** V8 compares no more than the length of the source, so the name has to tell two builds apart. */
function cacheFileOf({ bundle, cacheFolder }: TurnOptions): string {
  const { mtimeMs, size } = statSync(bundle);
  return join(cacheFolder, `compiled-${Math.round(mtimeMs)}-${size}`);
}

/**
 * All of the environment: nothing of the machine leaks in, above all no credentials, proxies or files of settings.
 * What begins with CUTOVER_ is for the sandbox, which takes it away before the handler's code is loaded.
 */
const environmentOf = (options: TurnOptions): NodeJS.ProcessEnv => ({
  AWS_ENDPOINT_URL: options.endpoint,
  AWS_REGION: options.region,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  NODE_EXTRA_CA_CERTS: options.caFile,
  TZ: 'UTC',
  CUTOVER_NOW_MS: String(options.now),
  CUTOVER_LIMIT_MS: String(turnLimitMs),
  CUTOVER_ROUTES: JSON.stringify(options.routes),
  CUTOVER_RESOLVER: options.resolver,
});

/** First asks what it is doing, which a process in an endless loop cannot answer. */
function endOverdue(child: Child): void {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 1000).unref();
}

function ignoreBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') throw error;
}

async function textOf(stream: Readable, limit = Number.POSITIVE_INFINITY): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) if (text.length < limit) text += chunk;
  return text;
}
