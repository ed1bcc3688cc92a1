import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Io } from '../io';
import { startDetached } from '../local/detached';
import { exportLines } from '../local/environment';
import { type Accounts, documentationAccounts } from '../local/profiles';
import { serveLocal } from '../local/serve';
import { settingFor } from '../local/setting';
import { findServer, type LocalServer, stateFolder, stopServer } from '../local/state';
import { exitCodesHelp, UserError } from '../user-error';
import { accountOption, portOption, positiveOption } from './options';

interface LocalOptions {
  readonly env?: boolean;
  readonly stop?: boolean;
  readonly json?: boolean;
  readonly port: number;
  readonly seed: string;
  readonly speed: number;
  readonly account?: Accounts;
}

const examples = `
Examples:
  $ cutover local --port 4566                            serve until Ctrl-C
  $ eval "$(cutover local --env)"                        serve in the background and point this shell to it
  $ aws cloudfront list-distributions --profile source   one profile for each account: source and target
  $ cutover local --stop

  $ eval "$(cutover local examples/cross-account --env)" begin with what a rehearsal has before its deployments
  $ curl https://a.example.com/                          answered by the local edge, in this shell

  $ curl -d '{"seconds": 300}' $AWS_ENDPOINT_URL/_local/advance     let five minutes pass

  Stacks are made as clients order them, of AWS's types and of this repository's.
  $ aws cloudformation create-stack --stack-name site --template-body file://site.yml

  The API of key value stores has the account before its host, which nobody can look up: the endpoint is its proxy.
  $ HTTP_PROXY=$AWS_ENDPOINT_URL aws cloudfront-keyvaluestore list-keys --kvs-arn ARN
`;

export function localCommand(io: Io): Command {
  return new Command('local')
    .description('Start the local AWS alone; it follows the clock on the wall.')
    .argument('[folder]', 'a folder with a rehearsal.yml: its accounts, origins and what there is before')
    .option(
      '--env',
      'serve in the background, or find the server that runs, and print its environment for eval',
    )
    .option('--stop', 'end the server that runs')
    .option(
      '--account <name=number>',
      'an account and its profile; repeatable; the first is the default',
      accountOption,
    )
    .option('--port <number>', 'port of the endpoint; 0 takes a free one', portOption, 0)
    .option('--seed <text>', 'ids, ETags and delays come from this', 'local')
    .option('--speed <factor>', 'virtual seconds per second', positiveOption, 1)
    .option('--json', 'print the environment as one JSON document')
    .addHelpText('after', examples + exitCodesHelp)
    .action((folder: string | undefined, options: LocalOptions) => runLocal(folder, options, io));
}

async function runLocal(rehearsal: string | undefined, options: LocalOptions, io: Io): Promise<void> {
  const folder = stateFolder(io.env);
  if (options.stop) return stop(folder, options, io);
  if (rehearsal !== undefined && options.account)
    throw new UserError(`${rehearsal} names its accounts itself: leave --account out`);
  const running = await findServer(folder);
  const print = (environment: Record<string, string>): void =>
    io.out(options.json ? `${JSON.stringify(environment, null, 2)}\n` : exportLines(environment));
  const accounts = options.account ?? {};
  if (options.env) {
    if (running) requireSame(running, rehearsal);
    const started = running ?? (await startDetached({ ...options, rehearsal, accounts }));
    return print(started.environment);
  }
  if (running) throw alreadyRuns(running);
  await serveLocal({
    ...options,
    folder,
    setting: settingFor(rehearsal, options.account ?? documentationAccounts),
    origin: originOf(rehearsal),
    onReady: ({ environment }) => {
      print(environment);
      if (!options.json) io.out(`# ${environment.CUTOVER_LOCAL_CURL}\n`);
    },
  });
}

const originOf = (rehearsal: string | undefined): string =>
  rehearsal === undefined ? 'empty accounts' : resolve(rehearsal);

/** Who asks for a folder must not be given another one's local AWS; who asks for none takes what there is. */
function requireSame(running: LocalServer, rehearsal: string | undefined): void {
  if (rehearsal !== undefined && running.origin !== originOf(rehearsal)) throw alreadyRuns(running);
}

export const alreadyRuns = ({ port, pid, origin }: LocalServer): UserError =>
  new UserError(
    `a local AWS already runs on port ${port} (process ${pid}, from ${origin}); \`cutover local --env\` shows it, \`cutover local --stop\` ends it`,
  );

async function stop(folder: string, options: LocalOptions, io: Io): Promise<void> {
  const stopped = await stopServer(folder);
  if (options.json) io.out(`${JSON.stringify({ stopped: stopped?.pid ?? null })}\n`);
  else io.out(stopped ? `Stopped the local AWS on port ${stopped.port}.\n` : 'No local AWS was running.\n');
}
