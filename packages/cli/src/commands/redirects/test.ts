import { coverage } from '@cutover/redirect-rules';
import { Command, InvalidArgumentError } from 'commander';
import type { Io } from '../../io';
import { engineNames } from '../../redirects/engines';
import { rulesIn } from '../../redirects/rules-file';
import { onEngines, onSite } from '../../redirects/test/runs';
import { liveSite } from '../../redirects/test/site';
import { hasFailed, type TestReport, testJson, testText } from '../../redirects/test/summary';
import { testsOf } from '../../redirects/test/tests';
import { exitCodes, UserError } from '../../user-error';
import { instantOption, wholeOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface TestOptions {
  readonly engine?: readonly string[];
  readonly live?: string;
  readonly connectTo?: string;
  readonly ca?: string;
  readonly perRule?: number;
  readonly at?: number;
  readonly verbose?: boolean;
  readonly json?: boolean;
}

const help = `
Declared tests are those of the file; others are generated for each rule, with what the rules mean as their expectation.
Redirects to a host of the set are followed. MATCHED: a hop is as expected. STATUS: its status is not. LOOP: the redirects
come back. MISMATCH: no hop is as expected. ERROR: there is no answer.

--live asks a site that runs: public (https, where DNS says), stage (https at --connect-to, whatever its certificate is
for), local (http at 127.0.0.1:8080, or --connect-to), or a URL. With --connect-to a site is tested before DNS moves.
The certificate counts for public, and wherever --ca is given.

Examples:
  $ cutover redirects test rules.yml
  $ cutover redirects test --engine njs --verbose rules.yml
  $ cutover redirects test --live public --connect-to d111111abcdef8.cloudfront.net:443 rules.yml
  $ cutover redirects test --live stage --connect-to 127.0.0.1:8443 --ca authority.pem rules.yml
  $ cutover redirects serve --port 8080 rules.yml & cutover redirects test --live local rules.yml
`;

export function testCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('test')
    .description('Run the declared tests and generated ones, hop by hop, and tell the results by rule.')
    .argument('<rules>', 'a rule file')
    .option(
      '--engine <name>',
      `what answers: ${engineNames.join(', ')}; repeatable (default: all)`,
      engineOption,
    )
    .option('--live <where>', 'ask a running site: public, stage, local or a URL')
    .option('--connect-to <host:port>', 'with --live: where every request goes')
    .option('--ca <file>', 'with --live over https: trust these authorities too (PEM)')
    .option(
      '--per-rule <number>',
      'generate so many tests a rule (default: 4; 1 above 5,000 rules)',
      wholeOption,
    )
    .option('--at <time>', 'what the clock shows (default: now)', instantOption)
    .option('--verbose', 'list every rule and every failure')
    .option('--json', 'print one JSON document {passed, engines, rules, coverage, failures, skipped}')
    .addHelpText('after', help + exitCodesOf('a test did not match', 'every test matched'))
    .action(async (file: string, options: TestOptions) => finish(await runTest(file, options, io)));
}

/** Reads one more `--engine`. */
function engineOption(text: string, others: readonly string[] = []): string[] {
  if (!engineNames.includes(text))
    throw new InvalidArgumentError(`it must be one of ${engineNames.join(', ')}.`);
  return [...others, text];
}

/** @returns the exit code. */
async function runTest(file: string, options: TestOptions, io: Io): Promise<number> {
  const { live, connectTo, ca, engine } = options;
  checkTogether(options);
  const site = live === undefined ? undefined : { name: live, ...liveSite({ live, connectTo, ca }) };
  const now = options.at ?? Date.now();
  const rules = rulesIn(file);
  const tests = testsOf(rules, now, options.perRule);
  const run =
    site === undefined
      ? await onEngines(rules, tests, { asked: engine, isOnCi: Boolean(io.env.CI) })
      : await onSite(rules, tests, site, now);
  for (const words of run.absent) io.err(`cutover: SKIPPED ${words}\n`);
  const report: TestReport = { ...run, coverage: coverage(rules, { now }) };
  io.out(
    options.json
      ? `${JSON.stringify(testJson(report), null, 2)}\n`
      : testText(report, options.verbose === true),
  );
  return hasFailed(report) ? exitCodes.failed : exitCodes.passed;
}

function checkTogether({ live, connectTo, ca, engine }: TestOptions): void {
  const [lonely] = [connectTo !== undefined && '--connect-to', ca !== undefined && '--ca'].filter(Boolean);
  if (live === undefined && lonely !== undefined)
    throw new UserError(`${lonely} is for --live: write --live public, for example`);
  if (live !== undefined && engine !== undefined)
    throw new UserError('--engine and --live are two things to ask: give one of them');
}
