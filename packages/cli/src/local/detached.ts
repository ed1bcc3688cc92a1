import { spawn } from 'node:child_process';
import { UserError } from '../user-error';
import type { LocalServer } from './state';

/**
 * Starts `cutover local` as a process of its own that outlives this one and the shell's `$(…)`, and waits until
 * it serves.
 */
export function startDetached(request: {
  readonly port: number;
  readonly seed: string;
}): Promise<LocalServer> {
  const words = ['local', '--port', String(request.port), '--seed', request.seed];
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
