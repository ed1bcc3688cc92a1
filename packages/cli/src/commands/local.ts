import { Command } from 'commander';
import type { Io } from '../io';
import { startDetached } from '../local/detached';
import { exportLines } from '../local/environment';
import { serveLocal } from '../local/serve';
import { findServer, stateFolder, stopServer } from '../local/state';
import { exitCodesHelp, UserError } from '../user-error';
import { portOption } from './options';

interface LocalOptions {
  readonly env?: boolean;
  readonly stop?: boolean;
  readonly json?: boolean;
  readonly port: number;
  readonly seed: string;
}

const examples = `
Examples:
  $ cutover local --port 4566          serve until Ctrl-C
  $ eval "$(cutover local --env)"      serve in the background and point this shell to it
  $ aws cloudfront list-distributions
  $ cutover local --stop
`;

export function localCommand(io: Io): Command {
  return new Command('local')
    .description('Start the local AWS alone; it follows the clock on the wall.')
    .option(
      '--env',
      'serve in the background, or find the server that runs, and print its environment for eval',
    )
    .option('--stop', 'end the server that runs')
    .option('--port <number>', 'port of the endpoint; 0 takes a free one', portOption, 0)
    .option('--seed <text>', 'ids, ETags and delays come from this', 'local')
    .option('--json', 'print the environment as one JSON document')
    .addHelpText('after', examples + exitCodesHelp)
    .action((options: LocalOptions) => runLocal(options, io));
}

async function runLocal(options: LocalOptions, io: Io): Promise<void> {
  const folder = stateFolder(io.env);
  if (options.stop) return stop(folder, options, io);
  const running = await findServer(folder);
  const print = (environment: Record<string, string>): void =>
    io.out(options.json ? `${JSON.stringify(environment, null, 2)}\n` : exportLines(environment));
  if (options.env) return print((running ?? (await startDetached(options))).environment);
  if (running)
    throw new UserError(
      `a local AWS already runs on port ${running.port} (process ${running.pid}); \`cutover local --env\` shows it, \`cutover local --stop\` ends it`,
    );
  await serveLocal({ ...options, folder, onReady: (server) => print(server.environment) });
}

async function stop(folder: string, options: LocalOptions, io: Io): Promise<void> {
  const stopped = await stopServer(folder);
  if (options.json) io.out(`${JSON.stringify({ stopped: stopped?.pid ?? null })}\n`);
  else io.out(stopped ? `Stopped the local AWS on port ${stopped.port}.\n` : 'No local AWS was running.\n');
}
