import { spawn } from 'node:child_process';
import { UserError } from '../user-error';
import type { Accounts } from './profiles';
import type { LocalServer } from './state';

export interface DetachedRequest {
  readonly rehearsal?: string;
  readonly port: number;
  readonly seed: string;
  readonly speed: number;
  readonly accounts: Accounts;
}

const wordsOf = ({ rehearsal, port, seed, speed, accounts }: DetachedRequest): string[] => [
  'local',
  ...(rehearsal === undefined ? [] : [rehearsal]),
  ...['--port', String(port), '--seed', seed, '--speed', String(speed)],
  ...Object.entries(accounts).flatMap(([name, id]) => ['--account', `${name}=${id}`]),
];

/**
 * Starts `cutover local` as a process of its own that outlives this one and the shell's `$(…)`, and waits until
 * it serves.
 */
export function startDetached(request: DetachedRequest): Promise<LocalServer> {
  const words = wordsOf(request);
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...words], {
    detached: true,
    // Nothing of ours may hold the pipe that `$(…)` reads to its end.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr?.on('data', (data: Buffer) => {
    complaint += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () =>
      reject(new UserError(complaint.replace(/^cutover: /, '').trim() || 'the local AWS did not start')),
    );
    child.once('message', (message: { ready: LocalServer }) => {
      child.removeAllListeners();
      child.disconnect();
      child.stderr?.destroy();
      child.unref();
      resolve(message.ready);
    });
  });
}
