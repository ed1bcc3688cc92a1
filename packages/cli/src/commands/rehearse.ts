import { describeFaults, type Fault } from '@cutover/local-aws';
import { reportHtml } from '@cutover/report';
import { Command, Option } from 'commander';
import { checkWritable, writeTextFile } from '../files';
import type { Io } from '../io';
import { liveView, renderVerdict } from '../live';
import { readFolder } from '../rehearsal/folder';
import { type RehearsalRun, runRehearsal } from '../rehearsal/run';
import { exitCodes, exitCodesHelp } from '../user-error';
import { faultOption } from './fault-option';
import { instantOption, positiveOption } from './options';
import { checkPlaceIsFree, stayUp } from './stay-up';

interface RehearseOptions {
  readonly json?: boolean;
  readonly seed: string;
  readonly fault: readonly Fault[];
  readonly speed?: number;
  readonly start?: number;
  readonly log?: string;
  readonly report?: string;
  readonly keep?: boolean;
}

const examples = `
Examples:
  $ cutover rehearse examples/cross-account
  $ cutover rehearse examples/cross-account --report report.html
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
      .option('--report <file>', 'write the run to this file as one page of HTML for people')
      .option('--keep', 'leave the local AWS up after the verdict, to look around in, until Ctrl-C')
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
  if (options.log !== undefined) checkWritable(options.log);
  if (options.report !== undefined) checkWritable(options.report);
  if (options.keep) await checkPlaceIsFree(io);
  const live = liveView(io, {
    json: options.json,
    now: () => performance.now(),
    columns: process.stderr.columns,
  });
  const run = await runRehearsal(rehearsal, {
    seed: options.seed,
    faults: options.fault,
    speed: options.speed,
    startedAt: options.start ?? Date.now(),
    replay: replayOf(folder, options),
    watch: live.watch,
    keep: options.keep,
  });
  live.end();
  writeOutputs(options, run);
  const { report } = run;
  io.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : renderVerdict(report));
  if (run.kept) await stayUp(run.kept, { rehearsal, ...report, ...options }, io);
  return report.verdict === 'PASSED' ? exitCodes.passed : exitCodes.failed;
}

/** Written for a FAILED run too: that is when somebody wants to look. */
function writeOutputs({ log, report }: RehearseOptions, { calls, record }: RehearsalRun): void {
  if (log !== undefined) writeTextFile(log, calls.map((call) => `${JSON.stringify(call)}\n`).join(''));
  if (report !== undefined) writeTextFile(report, reportHtml(record));
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
