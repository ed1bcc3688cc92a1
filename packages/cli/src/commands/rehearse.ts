import { writeFileSync } from 'node:fs';
import { type CallRecord, describeFaults, type Fault } from '@cutover/local-aws';
import { Command, Option } from 'commander';
import type { Io } from '../io';
import { liveView, renderVerdict } from '../live';
import { readFolder } from '../rehearsal/folder';
import { runRehearsal } from '../rehearsal/run';
import { exitCodes, exitCodesHelp, UserError } from '../user-error';
import { faultOption, instantOption, positiveOption } from './options';

interface RehearseOptions {
  readonly json?: boolean;
  readonly seed: string;
  readonly fault: readonly Fault[];
  readonly speed?: number;
  readonly start?: number;
  readonly log?: string;
}

const examples = `
Examples:
  $ cutover rehearse examples/cross-account
  $ cutover rehearse examples/cross-account --json --seed 7
  $ cutover rehearse examples/cross-account --fault cloudfront.UpdateDistribution.lost@2
`;

export function rehearseCommand(io: Io, finish: (exitCode: number) => void): Command {
  return (
    new Command('rehearse')
      .description(
        'Deploy the templates of a folder on a local AWS under steady traffic, and judge what users saw.',
      )
      .argument('<folder>', 'a folder with a rehearsal.yml')
      .option('--json', 'print one JSON document, and no progress')
      .option('--seed <text>', 'ids, delays and order come from this; the same seed gives the same run', '1')
      .option(
        '--fault <point>',
        'POINT[@N[xM]][:SETTING=VALUE,…]: strike from the N-th matching call on, M times; repeatable',
        faultOption,
        [],
      )
      .option(
        '--speed <factor>',
        'at most so many virtual seconds per second; as fast as it goes when left out',
        positiveOption,
      )
      .option('--log <file>', 'write every AWS call of the run to this file, one JSON document a line')
      // For runs that must be equal on another day: virtual time starts at the wall's otherwise.
      .addOption(new Option('--start <time>').argParser(instantOption).hideHelp())
      .addHelpText('after', `${examples}\nFaults:\n${describeFaults()}\n${exitCodesHelp}`)
      .action(async (folder: string, options: RehearseOptions) => finish(await rehearse(folder, options, io)))
  );
}

/** @returns the exit code. */
async function rehearse(folder: string, options: RehearseOptions, io: Io): Promise<number> {
  const rehearsal = readFolder(folder);
  const live = liveView(io, {
    json: options.json,
    now: () => performance.now(),
    columns: process.stderr.columns,
  });
  const { report, calls } = await runRehearsal(rehearsal, {
    seed: options.seed,
    faults: options.fault,
    speed: options.speed,
    startedAt: options.start ?? Date.now(),
    replay: replayOf(folder, options),
    watch: live.watch,
  });
  live.end();
  if (options.log !== undefined) writeCalls(options.log, calls);
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : renderVerdict(report));
  return report.verdict === 'PASSED' ? exitCodes.passed : exitCodes.failed;
}

function writeCalls(file: string, calls: readonly CallRecord[]): void {
  try {
    writeFileSync(file, calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
  } catch (error) {
    if (!['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new UserError(`--log ${file}: cannot be written there (${(error as NodeJS.ErrnoException).code})`);
  }
}

/** The command that runs the very same rehearsal again. */
function replayOf(folder: string, { seed, fault }: RehearseOptions): string {
  const faults = fault.map((each) => ` --fault ${faultInWords(each)}`).join('');
  return `cutover rehearse ${folder} --seed ${seed}${faults}`;
}

function faultInWords({ point, nth, times, settings }: Fault): string {
  const pairs = Object.entries(settings ?? {}).map(([name, value]) => `${name}=${value}`);
  return `${point}@${nth}x${times}${pairs.length > 0 ? `:${pairs.join(',')}` : ''}`;
}
