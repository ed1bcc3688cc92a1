import { identityOf } from '@cutover/aws-adapter';
import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import { checkWritable, readTextFile, writeTextFile } from '../files';
import type { Io } from '../io';
import { declarationIn } from '../plan/declaration';
import { eyesOf } from '../plan/eyes';
import { planPicture } from '../plan/picture';
import { type Plan, planMove } from '../plan/plan';
import { planText } from '../plan/text';
import { exitCodes, exitCodesHelpOf } from '../user-error';
import { networkOf } from '../watch/network';
import { pairOption } from './options';

interface PlanOptions {
  readonly parameter: Readonly<Record<string, string>>;
  readonly set: Readonly<Record<string, string>>;
  readonly resource?: string;
  readonly profile?: string;
  readonly sourceProfile?: string;
  readonly dnsProfile?: string;
  readonly picture?: string;
  readonly json?: boolean;
}

const help = `
Asks real accounts as the profiles of the AWS CLI do, or the local AWS in a shell with the environment of
cutover local --env. It reads only. Without --source-profile and --dns-profile the roles of the template are assumed.

Examples:
  $ cutover plan migration.yml --profile target --source-profile source --dns-profile source
  $ cutover plan migration.yml --parameter TargetId=E2222222TARGET --picture plan.svg
  $ cutover plan site-and-migration.yml --set Target.DistributionId=E2222222TARGET --json
${exitCodesHelpOf({
  passed: 'every check holds: the move would begin',
  failed: 'a check does not hold: the move would be refused, and nothing touched',
  badInput: 'bad input, usage or credentials',
})}`;

export function planCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('plan')
    .description(
      'Say what a migration would do, why so, which checks hold, and the way back from every step.',
    )
    .argument('<template>', 'a template with a resource AwsCommunity::CloudFront::AliasMigration')
    .option('--parameter <name=value>', 'a parameter of the template; repeatable', pairOption, {})
    .option('--set <path=value>', 'a property that the template takes from another resource', pairOption, {})
    .option('--resource <logical id>', 'which migration, where the template has several')
    .option('--profile <name>', 'the account of the stack, which has the target')
    .option('--source-profile <name>', "look at the source as this profile, instead of Source's role")
    .option('--dns-profile <name>', "look at the hosted zone as this profile, instead of Dns's role")
    .option('--picture <file>', 'draw the states of the move and their ways back, as SVG')
    .option('--json', 'print one JSON document {strategy, why, passed, checks, steps, …}')
    .addHelpText('after', help)
    .action(async (template: string, options: PlanOptions) => finish(await runPlan(template, options, io)));
}

/** @returns the exit code. */
async function runPlan(file: string, options: PlanOptions, io: Io): Promise<number> {
  const template = readTextFile(file);
  if (options.picture !== undefined) checkWritable(options.picture);
  const plan = await refusedInOneLine(async () => {
    const { accountId } = await identityOf(options.profile);
    const { parameter: parameters, set, resource } = options;
    const declaration = declarationIn({ template, file, accountId, parameters, set, resource });
    const profiles = {
      target: options.profile,
      source: options.sourceProfile,
      dns: options.dnsProfile,
    };
    const network = networkOf(io.env, undefined);
    return planMove(declaration, accountId, (migration) => eyesOf(migration, profiles, network), Date.now());
  });
  if (options.picture !== undefined) writeTextFile(options.picture, planPicture(plan));
  io.out(options.json ? `${JSON.stringify(asJson(plan), null, 2)}\n` : planText(plan));
  return hasPassed(plan) ? exitCodes.passed : exitCodes.failed;
}

const hasPassed = ({ preview }: Plan): boolean => preview.checks.every(({ finding }) => !finding);

const asJson = (plan: Plan): object => ({
  aliases: plan.migration.aliases,
  source: { ...plan.migration.source, domainName: plan.preview.sourceDomainName },
  target: { ...plan.migration.target, domainName: plan.preview.targetDomainName },
  strategy: plan.preview.strategy,
  why: plan.preview.why,
  passed: hasPassed(plan),
  checks: plan.preview.checks.map(({ check, finding }) => ({ check, passed: !finding, ...finding })),
  steps: plan.preview.steps.map(({ phase, does, fromHere }) => ({ phase, does, wayBack: fromHere })),
  wayBackWhenDone: plan.preview.wayBackWhenDone,
});
