import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countText } from '../../src/live/format';
import type { RehearsalReport } from '../../src/rehearsal/report';
import { examplesFolder } from '../built';
import { type Run, rehearse, reportedBy } from '../rehearse';

/** For one test, which rehearses once or twice. */
export const limitMs = 240_000;

export const example = (name: string): string => join(examplesFolder, name);

/** `cutover rehearse examples/NAME`, to its verdict; without options it is the run whose figures its page tells. */
export async function rehearseExample(
  name: string,
  ...options: string[]
): Promise<Run & { report: RehearsalReport }> {
  const run = await reportedBy(rehearse(example(name), ...options));
  if (options.length === 0) expectTold(join(example(name), 'README.md'), run.report);
  return run;
}

/** People compare what they see with the page: what it tells of a run has to be what runs give today. */
export function expectTold(file: string, { requests, failed, longestGapMs }: RehearsalReport): void {
  const page = readFileSync(file, 'utf8').replace(/\s+/g, ' ');
  expect(page).toContain(`${countText(requests)} requests, ${countText(failed)} failed`);
  if (longestGapMs > 0)
    expect(page).toMatch(new RegExp(`longestGapMs\` ${longestGapMs}|gap ${countText(longestGapMs)} ms`));
}

/** What was changed, in words. */
export const changesIn = ({ steps }: RehearsalReport): string[] =>
  steps.filter(({ what }) => /^(Update|Change|Associate)/.test(what)).map(({ what }) => what);
