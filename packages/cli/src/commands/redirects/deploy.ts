import { deployAccount, identityOf } from '@cutover/aws-adapter';
import { refusedInOneLine } from '@cutover/command-face';
import { Command, InvalidArgumentError } from 'commander';
import type { Io } from '../../io';
import { type Audience, deploy, prospect } from '../../redirects/deploy/deploy';
import { type Done, documentOf } from '../../redirects/deploy/document';
import { type Gated, gated, mayPass } from '../../redirects/deploy/gate';
import { refuseStrangers } from '../../redirects/deploy/stack';
import { deployTemplate } from '../../redirects/deploy/template';
import {
  changesText,
  deployedText,
  eventText,
  gatedText,
  liveText,
  versionText,
} from '../../redirects/deploy/text';
import { exitCodes } from '../../user-error';
import { wallClock } from '../../watch/clock';
import { pairOption, regionOf } from '../options';
import { exitCodesOf } from './exit-codes';

interface DeployOptions {
  readonly stage: string;
  readonly stack?: string;
  readonly bucket?: string;
  readonly parameter: Readonly<Record<string, string>>;
  readonly capability: readonly string[];
  readonly hostsBelow?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly allowRemoval?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const help = `
In this order: the rules are checked and tested as check and test do, and an error or a failed test ends it; what visitors
will notice is shown against the rules that are deployed; the file goes into the bucket, which has to keep versions; a
change set gives its place and digest to the stack as RulesBucket, RulesKey, RulesVersionId and RulesSha256 (and NAME as
Stage, where the template has that parameter); the events of the stack are shown until it has ended. The stack then tests
the rules once more, on the very code that it publishes. Parameters that are not given keep their values.

A name is on one distribution in all of AWS, so a stage needs names of its own: with --hosts-below stage.example.com,
go.example.com is deployed as go.stage.example.com, and tests that ask it follow; where the rules lead stays as it is.

Examples:
  $ cutover redirects deploy --stage stage --dry-run template.yml rules.yml
  $ cutover redirects deploy --stage stage --bucket my-rules --parameter HostedZoneId=Z0EXAMPLE template.yml rules.yml
  $ cutover redirects deploy --stage stage --hosts-below stage.example.com --bucket my-rules template.yml rules.yml
  $ cutover redirects deploy --stage prod --profile prod --json template.yml rules.yml | jq .outputs
`;

export function deployCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('deploy')
    .description('Check and test rules, show what changes for visitors, and take a stack to them.')
    .argument('<template>', 'a template with a resource AwsCommunity::Redirect::Site')
    .argument('<rules>', 'a rule file')
    .requiredOption('--stage <name>', 'stage, prod or another name', nameOption)
    .option('--stack <name>', 'the stack (default: redirects-NAME of the stage)', nameOption)
    .option('--bucket <name>', "where the rules go (default: the stack's output or parameter RulesBucket)")
    .option('--parameter <name=value>', 'a parameter of the template; repeatable', pairOption, {})
    .option(
      '--capability <name>',
      'CAPABILITY_IAM, where the template makes roles; repeatable',
      moreOption,
      [],
    )
    .option(
      '--hosts-below <domain>',
      'deploy the hosts as names below it: for a stage beside prod',
      domainOption,
    )
    .option('--profile <name>', 'the account, as the AWS CLI knows it')
    .option('--region <name>', 'where the stack is (default: AWS_REGION, or us-east-1)')
    .option('--allow-removal', 'let a site be removed or replaced, and its hosts with it')
    .option('--dry-run', 'check, test and compare; write nothing')
    .option('--json', 'print one JSON document {passed, status, difference, changes, outputs, …} at the end')
    .addHelpText(
      'after',
      help +
        exitCodesOf(
          'the rules have errors or a failed test, and nothing was touched; or the stack went back',
          'deployed, or there was nothing to change; with --dry-run: it may be deployed',
        ),
    )
    .action(async (template: string, rules: string, options: DeployOptions) =>
      finish(await runDeploy(template, rules, options, io)),
    );
}

function nameOption(text: string): string {
  if (!/^[A-Za-z][A-Za-z\d-]{0,100}$/.test(text))
    throw new InvalidArgumentError('write letters, digits and hyphens, a letter first.');
  return text;
}

function domainOption(text: string): string {
  if (!/^[a-z\d-]+(\.[a-z\d-]+){2,}$/.test(text))
    throw new InvalidArgumentError('write a name below your domain, such as stage.example.com.');
  return text;
}

const moreOption = (text: string, others: readonly string[]): string[] => [...others, text];

/** @returns the exit code. */
async function runDeploy(file: string, rules: string, options: DeployOptions, io: Io): Promise<number> {
  const now = Date.now();
  const { stage, stack = `redirects-${stage}`, json = false } = options;
  const template = deployTemplate(file);
  refuseStrangers(options.parameter, template);
  const result = await gated(rules, now, Boolean(io.env.CI), options.hostsBelow);
  // With --json, standard output is for the document; what people look at while they wait goes beside it.
  const tell = json ? io.err : io.out;
  tell(gatedText(result));
  const done = { stage, stack, dryRun: options.dryRun ?? false, gated: result };
  if (!mayPass(result)) {
    io.err(`cutover: ${rules}: not deployed: mend what is above first\n`);
    return ended(io, json, done);
  }
  return refusedInOneLine(async () => {
    const { credentials } = await identityOf(options.profile);
    const account = deployAccount({ credentials, region: regionOf(options.region, io.env) });
    const request = {
      stage,
      stack,
      template,
      file: rules,
      gated: result,
      bucket: options.bucket,
      parameters: options.parameter,
      capabilities: options.capability,
      mayRemove: options.allowRemoval ?? false,
      now,
    };
    const show = audienceOf(tell, result);
    const found = await prospect(account, request, show);
    if (options.dryRun) return ended(io, json, { ...done, prospect: found });
    const pace = { sleep: (ms: number) => wallClock.sleep(ms, new AbortController().signal) };
    const deployed = await deploy(account, request, found, pace, show);
    if (!json) io.out(deployedText(stack, deployed));
    return ended(io, json, { ...done, prospect: found, deployed });
  });
}

const audienceOf = (tell: (text: string) => void, result: Gated): Audience => ({
  difference: (live, difference) => tell(liveText(live, difference, result)),
  uploaded: (version) => tell(versionText(version)),
  changes: (changes) => tell(changesText(changes)),
  event: (event) => tell(eventText(event)),
});

function ended(io: Io, json: boolean, done: Done): number {
  const passed = done.deployed?.passed ?? done.prospect !== undefined;
  if (json) io.out(`${JSON.stringify(documentOf(done, passed), null, 2)}\n`);
  return passed ? exitCodes.passed : exitCodes.failed;
}
