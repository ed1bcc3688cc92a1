import { Command } from 'commander';
import type { Io } from '../../io';
import {
  checked,
  findingsJson,
  findingsText,
  hasErrors,
  problemsJson,
  problemsText,
} from '../../redirects/findings';
import { readRulesFile } from '../../redirects/rules-file';
import { exitCodes } from '../../user-error';
import { instantOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface CheckOptions {
  readonly at?: number;
  readonly json?: boolean;
}

const help = `
Finds, before anything is deployed: loops and chains, dead and shadowed rules, hosts that two sites have, rules blind to
a query, lost HSTS, foreign targets, open redirects, regexes that hang, what has expired, rules without a test, and what
outgrows a quota. An error is mended, or silenced in the rule with a reason.

Examples:
  $ cutover redirects check rules.yml
  $ cutover redirects check --json rules.yml | jq '.findings[].name'
`;

export function checkCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('check')
    .description('Find what is wrong with rules: each with its place, an example, and the way to silence it.')
    .argument('<rules>', 'a rule file')
    .option('--at <time>', 'what has expired by then (default: now)', instantOption)
    .option('--json', 'print one JSON document {passed, findings, coverage, problems}')
    .addHelpText('after', help + exitCodesOf('there are errors', 'there is no error; there may be warnings'))
    .action((file: string, options: CheckOptions) => finish(runCheck(file, options, io)));
}

/** @returns the exit code. */
function runCheck(file: string, { at = Date.now(), json }: CheckOptions, io: Io): number {
  const { rules, problems } = readRulesFile(file);
  if (rules === undefined) {
    io.out(json ? `${JSON.stringify(problemsJson(problems), null, 2)}\n` : problemsText(problems));
    io.err(`cutover: ${file}: cannot be read as rules: ${problems.length} to mend\n`);
    return exitCodes.badInput;
  }
  const result = checked(rules, at);
  io.out(json ? `${JSON.stringify(findingsJson(result), null, 2)}\n` : findingsText(result));
  return hasErrors(result) ? exitCodes.failed : exitCodes.passed;
}
