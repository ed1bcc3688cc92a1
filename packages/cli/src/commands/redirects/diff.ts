import { diff } from '@cutover/redirect-rules';
import { Command } from 'commander';
import type { Io } from '../../io';
import { differenceJson, differenceText } from '../../redirects/difference';
import { orRuleProblem } from '../../redirects/rule-problem';
import { rulesIn } from '../../redirects/rules-file';
import { exitCodes } from '../../user-error';
import { instantOption, wholeOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface DiffOptions {
  readonly at?: number;
  readonly list: number;
  readonly json?: boolean;
}

const help = `
Both are asked: what the tests of either ask, and requests made for each rule that differs. Rules that are written
otherwise and answer alike do not appear.

Examples:
  $ cutover redirects diff rules-of-main.yml rules.yml
  $ git show main:rules.yml > before.yml && cutover redirects diff --json before.yml rules.yml
`;

export function diffCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('diff')
    .description('Show the requests whose answer changes from one rule file to another.')
    .argument('<old>', 'a rule file')
    .argument('<new>', 'a rule file')
    .option('--at <time>', 'what the clock shows (default: now)', instantOption)
    .option('--list <number>', 'how many requests of each pair of rules to show', wholeOption, 5)
    .option('--json', 'print one JSON document {compared, changed, groups}')
    .addHelpText('after', help + exitCodesOf('an answer changes', 'no answer changes'))
    .action((old: string, other: string, { at = Date.now(), list, json }: DiffOptions) => {
      const [before, after] = [rulesIn(old), rulesIn(other)];
      const difference = orRuleProblem(() => diff(before, after, { now: at, listed: list }));
      io.out(json ? `${JSON.stringify(differenceJson(difference), null, 2)}\n` : differenceText(difference));
      finish(difference.changed > 0 ? exitCodes.failed : exitCodes.passed);
    });
}
