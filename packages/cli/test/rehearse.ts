import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RehearsalReport } from '../src/rehearsal/report';
import { cutoverBin } from './built';

export interface Run {
  readonly code: number;
  readonly report: RehearsalReport | undefined;
  readonly err: string;
  /** Every call of AWS, as text. */
  readonly calls: string;
}

/** `cutover rehearse FOLDER --json` as a person runs it, at a set virtual time. */
export function rehearse(folder: string, ...options: string[]): Promise<Run> {
  const log = join(mkdtempSync(join(tmpdir(), 'cutover-calls-')), 'calls.jsonl');
  const words = ['rehearse', folder, '--json', '--start', '2026-01-01T00:00:00Z', '--log', log, ...options];
  return new Promise((resolve) =>
    execFile(process.execPath, [cutoverBin, ...words], { maxBuffer: 2 ** 26 }, (error, out, err) => {
      const report = out ? (JSON.parse(out) as RehearsalReport) : undefined;
      resolve({
        code: Number(error?.code ?? 0),
        report,
        err,
        calls: report ? readFileSync(log, 'utf8') : '',
      });
    }),
  );
}

/** The report of a run that came to a verdict. */
export async function reportedBy(run: Promise<Run>): Promise<Run & { report: RehearsalReport }> {
  const done = await run;
  if (!done.report) throw new Error(`no verdict: ${done.err}`);
  return { ...done, report: done.report };
}
