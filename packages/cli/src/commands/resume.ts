import { deployAccount, identityOf } from '@cutover/aws-adapter';
import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import type { Io } from '../io';
import { eventText } from '../redirects/deploy/text';
import { type Resumed, resume, stackOfMigration } from '../resume/resume';
import { exitCodes, exitCodesHelpOf, UserError } from '../user-error';
import { wallClock } from '../watch/clock';
import { regionOf } from './options';

interface ResumeOptions {
  readonly id?: string;
  readonly parameter: string;
  readonly profile?: string;
  readonly region?: string;
  readonly json?: boolean;
}

const help = `
For migrations with Dns.Wait RESUME, in phase AWAITING_DNS. The stack is updated with its own template and one parameter of
another value, the one that the template gives to Dns.Resume, through a change set that may change migrations only. The
handler then checks everything anew, waits for the customer's DNS for up to Dns.Gate.TimeoutMinutes, and moves the names.
A customer who has not acted by then makes the update fail and go back: the migration goes on waiting, nothing has moved.

Examples:
  $ cutover resume migration --profile broker
  $ cutover resume --id am-b5113401a8d62fc65e83
  $ cutover resume migration --parameter CustomerHasActed --json | jq .outputs
${exitCodesHelpOf({
  passed: 'the names have moved',
  failed: 'the update failed, and the stack went back',
  badInput: 'bad input, usage or credentials, or a stack that cannot be resumed; nothing was changed',
})}`;

export function resumeCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('resume')
    .description("Go on with a migration that waits for the customer's DNS, by an update of its stack.")
    .argument('[stack]', 'the stack that has the migration')
    .option('--id <migration id>', 'the migration instead, whatever stack it is in')
    .option('--parameter <name>', "the template's parameter that is given to Dns.Resume", 'Resume')
    .option('--profile <name>', 'the account, as the AWS CLI knows it')
    .option('--region <name>', 'where the stack is (default: AWS_REGION, or us-east-1)')
    .option('--json', 'print one JSON document {passed, stack, status, why, outputs} at the end')
    .addHelpText('after', help)
    .action(async (stack: string | undefined, options: ResumeOptions) =>
      finish(await runResume(stack, options, io)),
    );
}

/** @returns the exit code. */
async function runResume(stack: string | undefined, options: ResumeOptions, io: Io): Promise<number> {
  const { id, parameter, json = false } = options;
  if ((stack === undefined) === (id === undefined))
    throw new UserError('name either the stack or --id, for example: cutover resume migration');
  const region = regionOf(options.region, io.env);
  // With --json, standard output is for the document; what people look at while they wait goes beside it.
  const tell = json ? io.err : io.out;
  const resumed = await refusedInOneLine(async () => {
    const { credentials } = await identityOf(options.profile);
    const account = deployAccount({ credentials, region });
    const name = stack ?? (await stackOfMigration(account, id ?? ''));
    const pace = { sleep: (ms: number) => wallClock.sleep(ms, new AbortController().signal) };
    const request = { stack: name, parameter, now: Date.now() };
    return resume(account, request, pace, (event) => tell(eventText(event)));
  });
  io.out(json ? `${JSON.stringify(resumed, null, 2)}\n` : resumedText(resumed));
  return resumed.passed ? exitCodes.passed : exitCodes.failed;
}

const resumedText = ({ stack, status, why, outputs }: Resumed): string =>
  [
    `${stack}: ${status}\n`,
    ...(why === undefined ? [] : [`${why}\n`]),
    ...Object.entries(outputs).map(([name, value]) => `  ${name}: ${value}\n`),
  ].join('');
