import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusedInOneLine } from '@cutover/command-face';
import { Command, Option } from 'commander';
import { jsonText } from '../answers';
import { approvalOf } from '../deliver/approval';
import { deliveryTable, type Published } from '../deliver/plan';
import { readPublished } from '../deliver/prod/published';
import { deliverAll, planInRegions } from '../deliver/run';
import { type Place, placeOf, stageOf } from '../deliver/setting';
import { type Environment, environments } from '../deliver/stage';
import { releasedTypes } from '../deliver/types';
import type { Finding } from '../doctor/diagnose';
import { examine } from '../doctor/examine';
import type { Io } from '../io';
import { type Manifest, manifestName } from '../package/manifest';
import { findProjects, readJson, type TypeProject } from '../project/type-project';
import { exitCodes, exitCodesHelp } from '../user-error';
import { findingsTable, namespaceOf } from './doctor';
import { packagesFolder } from './package';
import { isPublishing, type ProdOptions, prodPlan, publishing } from './prod-options';
import { regionsOf } from './regions';
import { told } from './told';

interface DeliverOptions extends ProdOptions {
  readonly dryRun?: boolean;
  readonly doctor?: boolean;
  readonly wordTo?: string;
  readonly publisher?: string;
  readonly published?: string;
}

const help = `
alpha  registers what has changed, tests it, and makes it the default when it has passed
beta   makes a stack of test/integ.yml with the version before, updates it with the new one, looks for drift, deletes it;
       then the release goes on to prod as it came
prod   publishes: one region first, an activation there, then all others in waves. As long as --publish is off, it
       tests in all regions and publishes nothing

Every step looks first. What failed or was killed is run again: it goes on from what is there, and only regions that
failed are tried. --dry-run prints type, region, version now → next, and the word that --approved takes;
with --doctor also what stands in the way, as the pipeline does before anybody is asked to approve.

Examples:
  $ npx release deliver --env alpha --namespace AwsCommunity --inbox BUCKET
  $ npx release deliver --env prod --namespace AwsCommunity --inbox BUCKET --dry-run
  $ npx release deliver --env prod --namespace AwsCommunity --inbox BUCKET --publish on --approved 5f0c2d9e41ab
`;

export function deliverCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = new Command('deliver')
    .description('Take the types through a stage: alpha, beta or prod.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .addOption(new Option('--env <stage>', 'default: RELEASE_ENV').choices([...environments]))
    .option('--next-inbox <bucket>', 'of the stage after beta (default: RELEASE_NEXT_INBOX)');
  return publishing(command, 'an output of the stage’s pipeline')
    .option('--approved <word>', 'of prod; refuses another release than this one (default: RELEASE_APPROVED)')
    .option('--dry-run', 'print the table of prod and change nothing')
    .option('--doctor', 'with --dry-run: say first what stands in the way, as `release doctor` does')
    .option('--word-to <file>', 'with --dry-run: write the word there too, for the pipeline to hand on')
    .option(
      '--publisher <id>',
      'with --dry-run: whose public versions are compared (default: of the account)',
    )
    .option('--published <file>', 'with --dry-run: a manifest in place of the inbox’s')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: DeliverOptions) =>
      refusedInOneLine(async () => finish(await deliver(names, options, io))),
    );
}

async function deliver(names: readonly string[], options: DeliverOptions, io: Io): Promise<number> {
  if (options.dryRun) return showTable(names, options, io);
  const stage = await stageOf(options);
  const types = releasedTypes(io.folder, names, stage.env, packagesFolder);
  const prod = stage.env === 'prod' ? await prodPlan(stage, types, options, io) : undefined;
  return told(await deliverAll(stage, types, io, prod), options, io);
}

/** For whoever approves; it needs no more than an account to look at. */
async function showTable(names: readonly string[], options: DeliverOptions, io: Io): Promise<number> {
  const place = await placeOf(options);
  const env = options.env ?? process.env.RELEASE_ENV;
  const types = releasedTypes(io.folder, names, env as Environment | undefined, packagesFolder);
  const regions = regionsOf(io.folder, options.regions);
  const inbox = options.inbox ?? process.env.RELEASE_INBOX;
  const published = inbox ? await readPublished({ ...place, inbox }) : publishedIn(options.published);
  const publisherId = options.publisher ?? (await place.account(place.home).types.publisherId());
  const lines = await planInRegions(place.account, regions, publisherId, types, published);
  const approval = approvalOf(types, regions);
  if (options.wordTo !== undefined) writeFileSync(resolve(io.folder, options.wordTo), approval);
  const findings = options.doctor
    ? await inTheWay(place, findProjects(io.folder, names), regions, options)
    : undefined;
  io.out(
    options.json
      ? jsonText({ approval, lines, findings })
      : `${findings ? `${findingsTable(findings)}\n` : ''}${deliveryTable(lines)}\nTo approve it: --approved ${approval}\n`,
  );
  const isRefused = lines.some(({ move }) => move.kind === 'refused');
  return isRefused || findings?.some(({ isFine }) => !isFine) ? exitCodes.failed : exitCodes.passed;
}

/** Nobody is asked to approve what cannot begin. */
const inTheWay = (
  place: Place,
  projects: readonly TypeProject[],
  regions: readonly string[],
  options: DeliverOptions,
): Promise<Finding[]> =>
  examine(place, {
    projects,
    regions,
    namespace: namespaceOf(options),
    // The role of prod's build sees no other stage's stacks.
    environments: ['prod'],
    waveSize: options.wave,
    publishes: isPublishing(options),
  });

/** @param file a manifest, as `package` writes one; its name may be left out */
function publishedIn(file: string | undefined): Published {
  if (file === undefined) return {};
  const manifest = readJson(file.endsWith('.json') ? file : join(file, manifestName)) as Manifest;
  return Object.fromEntries(manifest.packages.map((entry) => [entry.typeName, entry]));
}
