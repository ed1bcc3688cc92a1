import { reportHtml } from '@cutover/report';
import { Command } from 'commander';
import { checkWritable, writeTextFile } from '../files';
import type { Io } from '../io';
import { exitCodes, exitCodesHelpOf } from '../user-error';
import { wallClock } from '../watch/clock';
import { networkOf } from '../watch/network';
import { recordOfWatch } from '../watch/record';
import type { Sample } from '../watch/sample';
import { summaryOf } from '../watch/summary';
import { targetOf } from '../watch/target';
import { summaryText } from '../watch/text';
import { watchView } from '../watch/view';
import { watch } from '../watch/watch';
import { positiveOption, statusOption } from './options';

interface WatchOptions {
  readonly who?: string;
  readonly expect?: number;
  readonly every: number;
  readonly for?: number;
  readonly resolver?: string;
  readonly report?: string;
  readonly json?: boolean;
}

const help = `
A request fails when DNS, the connection or TLS does, and on 403, 421 and 5xx; with --expect on any other status.
Who answers is told by the header of --who; without it, by the certificate.
In a shell with the environment of cutover local --env, names and edges are those of the local AWS.

Examples:
  $ cutover watch https://a.example.com/ https://b.example.com/ --who x-migration
  $ cutover watch https://a.example.com/ --for 600 --report seen.html
  $ cutover watch www.example.com --every 0.2 --for 600 --json > watch.jsonl
${exitCodesHelpOf({
  passed: 'no gap was seen',
  failed: 'a request failed',
})}`;

export function watchCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('watch')
    .description('Ask URLs again and again: who answers, what DNS and the certificate say, and every gap.')
    .argument('<url...>', 'what to ask; https:// where nothing is said')
    .option('--who <header>', 'response header whose value tells who answers')
    .option('--expect <status>', 'the status that an answer must have', statusOption)
    .option('--every <seconds>', 'time from one request of a URL to the next', positiveOption, 1)
    .option('--for <seconds>', 'end after so long; until Ctrl-C when left out', positiveOption)
    .option('--resolver <address>', "ask this DNS server instead of the system's: ADDRESS or ADDRESS:PORT")
    .option('--report <file>', 'write what was seen to this file as one page of HTML for people')
    .option('--json', 'print a JSON document a line: each request, at the end {"kind": "summary", …}')
    .addHelpText('after', help)
    .action(async (urls: string[], options: WatchOptions) => finish(await runWatch(urls, options, io)));
}

/** @returns the exit code. */
async function runWatch(urls: readonly string[], options: WatchOptions, io: Io): Promise<number> {
  const targets = urls.map(targetOf);
  const network = networkOf(io.env, options.resolver);
  if (options.report !== undefined) checkWritable(options.report);
  const shown = watchView(
    io,
    targets.map(({ url }) => url),
    { now: wallClock.now, columns: process.stderr.columns },
  );
  const show = (sample: Sample): void =>
    options.json ? io.out(`${JSON.stringify({ kind: 'request', ...sample })}\n`) : shown.show(sample);
  const startedAt = wallClock.now();
  const samples = await untilInterrupted((signal) =>
    watch(
      { targets, network, everySeconds: options.every, forSeconds: options.for, expect: expectOf(options) },
      wallClock,
      signal,
      show,
    ),
  );
  const summary = summaryOf(samples, options.every);
  const seconds = (wallClock.now() - startedAt) / 1000;
  if (options.report !== undefined)
    writeTextFile(options.report, reportHtml(recordOfWatch(samples, summary, seconds)));
  if (options.json) io.out(`${JSON.stringify({ kind: 'summary', ...summary })}\n`);
  else {
    shown.end();
    io.out(`\n${summaryText(summary, seconds)}`);
  }
  return summary.failed > 0 ? exitCodes.failed : exitCodes.passed;
}

const expectOf = ({ expect, who }: WatchOptions) => ({
  ...(expect !== undefined && { status: expect }),
  ...(who !== undefined && { who }),
});

/** Ctrl-C ends the watch, not the process: the summary is what it was for. */
async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(ending.signal);
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}
