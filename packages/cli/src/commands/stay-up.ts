import { resolve } from 'node:path';
import type { Io } from '../io';
import { clockText, table } from '../live/format';
import { type KeptAws, keepAfterRun } from '../local/keep';
import { findServer, type LocalServer, stateFolder } from '../local/state';
import type { Rehearsal } from '../rehearsal/rehearsal';
import { alreadyRuns } from './local';

/** Only one local AWS can be found by `cutover local --env`: told before a run of minutes, not after it. */
export async function checkPlaceIsFree(io: Io): Promise<void> {
  const running = await findServer(stateFolder(io.env));
  if (running) throw alreadyRuns(running);
}

interface Ended {
  readonly rehearsal: Rehearsal;
  readonly simulatedSeconds: number;
  readonly json?: boolean;
}

/** Serves the local AWS of a rehearsal that is over, to look around in, until Ctrl-C. */
export async function stayUp(
  kept: KeptAws,
  { rehearsal: { folder, accounts }, simulatedSeconds, json }: Ended,
  io: Io,
): Promise<void> {
  await keepAfterRun(kept, {
    folder: stateFolder(io.env),
    accounts,
    origin: `the rehearsal of ${resolve(folder)}`,
    onReady: (server) => {
      const words = lookAround(server, Object.keys(accounts), simulatedSeconds);
      // Standard output is the verdict's alone when a program reads it.
      if (json) io.err(words);
      else io.out(words);
    },
  });
}

function lookAround(
  { environment }: LocalServer,
  accounts: readonly string[],
  simulatedSeconds: number,
): string {
  const lines = table([
    ['eval "$(cutover local --env)"', 'in another shell, before the rest'],
    ...accounts.map((name) => [`aws cloudfront list-distributions --profile ${name}`]),
    [environment.CUTOVER_LOCAL_CURL ?? ''],
  ]);
  const title = `Look around: the local AWS stays up, its time goes on from ${clockText(simulatedSeconds)}; Ctrl-C ends it`;
  return ['', title, ...lines, ''].join('\n');
}
