import { join } from 'node:path';
import type { RehearsalReport } from '../../src/rehearsal/report';
import { examplesFolder } from '../built';
import { type Run, rehearse, reportedBy } from '../rehearse';

/** For one test, which rehearses once or twice. */
export const limitMs = 240_000;

export const example = (name: string): string => join(examplesFolder, name);

/** `cutover rehearse examples/NAME`, to its verdict. */
export const rehearseExample = (
  name: string,
  ...options: string[]
): Promise<Run & { report: RehearsalReport }> => reportedBy(rehearse(example(name), ...options));

/** What was changed, in words. */
export const changesIn = ({ steps }: RehearsalReport): string[] =>
  steps.filter(({ what }) => /^(Update|Change|Associate)/.test(what)).map(({ what }) => what);
