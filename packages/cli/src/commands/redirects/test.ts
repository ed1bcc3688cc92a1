import { coverage, type RuleSet } from '@cutover/redirect-rules';
import { Command, InvalidArgumentError } from 'commander';
import type { Io } from '../../io';
import { absence, answeringBy, engineNames } from '../../redirects/engines';
import { rulesIn } from '../../redirects/rules-file';
import { answeringLive, liveSite } from '../../redirects/test/live';
import { runOn, type Tested } from '../../redirects/test/run';
import { hasFailed, type TestReport, testJson, testText } from '../../redirects/test/summary';
import { type RuleTest, testsOf } from '../../redirects/test/tests';
import { exitCodes, UserError } from '../../user-error';
import { instantOption, wholeOption } from '../options';
import { exitCodesOf } from './exit-codes';

interface TestOptions {
  readonly engine?: readonly string[];
  readonly live?: string;
  readonly connectTo?: string;
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

Examples:
  $ cutover redirects test rules.yml
  $ cutover redirects test --live public --connect-to d111111abcdef8.cloudfront.net:443 rules.yml
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
    .option(
      '--per-rule <number>',
      'generate so many tests a rule (default: 4; 1 above 5,000 rules)',
      wholeOption,
    )
    .option('--at <time>', 'what the clock shows (default: now)', instantOption)
    .option('--verbose', 'list every rule')
    .option('--json', 'print one JSON document {passed, engines, rules, coverage, failures, skipped}')
    .addHelpText('after', help + exitCodesOf('a test did not match'))
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
  if (options.connectTo !== undefined && options.live === undefined)
    throw new UserError('--connect-to is for --live: write --live public, for example');
  const now = options.at ?? Date.now();
  const rules = rulesIn(file);
  const tests = testsOf(rules, now, options.perRule);
  const run =
    options.live === undefined
      ? await onEngines(rules, tests, options, io.env)
      : await onSite(rules, tests, options, now);
  const report: TestReport = { ...run, coverage: coverage(rules, { now }) };
  io.out(
    options.json
      ? `${JSON.stringify(testJson(report), null, 2)}\n`
      : testText(report, options.verbose === true),
  );
  return hasFailed(report) ? exitCodes.failed : exitCodes.passed;
}

interface RunOfTests {
  readonly results: readonly Tested[];
  readonly skipped: readonly string[];
}

/** An engine that this machine lacks is left out, and that is said; on CI it has to be there. */
async function onEngines(
  rules: RuleSet,
  tests: readonly RuleTest[],
  { engine }: TestOptions,
  env: Io['env'],
): Promise<RunOfTests> {
  const absent =
    engine === undefined && !env.CI ? engineNames.filter((name) => absence(name) !== undefined) : [];
  const names = (engine ?? engineNames).filter((name) => !absent.includes(name));
  const results = await Promise.all(names.map((name) => runOn(name, answeringBy(name, rules), tests, rules)));
  return { results: results.flat(), skipped: absent.map((name) => `${name}: ${absence(name)}`) };
}

/** A site's clock is its own, and so is what it takes for the viewer's country. */
async function onSite(
  rules: RuleSet,
  tests: readonly RuleTest[],
  { live = 'public', connectTo }: TestOptions,
  now: number,
): Promise<RunOfTests> {
  const site = liveSite(live, connectTo);
  const isAskable = ({ test, now: at }: RuleTest): boolean =>
    at === now && (!site.isTls || test.headers['cloudfront-viewer-country'] === undefined);
  const asked = tests.filter(isAskable);
  const left = tests.length - asked.length;
  return {
    results: await runOn(live, answeringLive(site), asked, rules),
    skipped: left === 0 ? [] : [`${left} tests of another time, or of viewers in another country`],
  };
}
