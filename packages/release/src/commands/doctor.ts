import { type Readiness, readinessOf } from '@cutover/aws-adapter';
import { refusedInOneLine } from '@cutover/command-face';
import { Failure } from '@cutover/handler-kit';
import { Command } from 'commander';
import type { AccountOptions } from '../account';
import { jsonText } from '../answers';
import { textTable } from '../deliver/plan';
import { placeOf } from '../deliver/setting';
import { capacityFinding, distributionsQuota, type TypeNeed } from '../doctor/capacity';
import { connectionFindings } from '../doctor/connections';
import { diagnose, type Finding, type Region } from '../doctor/diagnose';
import { connectionsOf, lookAtConnection, lookIntoRegion, needsOf } from '../doctor/look';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodes, exitCodesHelp } from '../user-error';
import { wholeNumber } from './prod-options';
import { regionsOf } from './regions';

interface DoctorOptions extends AccountOptions {
  readonly regions?: string;
  readonly namespace?: string;
  readonly connection?: string;
  readonly wave: number;
  readonly json?: boolean;
}

const help = `
In each region: whether the account may publish there, and has a slot left for a version. Over all: the connections that
the namespace's stacks stand on, and the distributions that CloudFront grants the account, against what one run needs.

Examples:
  $ npx release doctor --regions us-east-1,eu-central-1 --profile prod
  $ npx release doctor --namespace AwsCommunity --profile prod --json
`;

export function doctorCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('doctor')
    .description('Say what stands in the way of a release, before anything starts.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--regions <list>', 'with commas between (default: release/regions.json)')
    .option(
      '--namespace <name>',
      'whose stacks name connections and have fixtures (default: RELEASE_NAMESPACE)',
    )
    .option('--connection <arn>', 'another connection to look at')
    .option('--wave <number>', 'regions at once, as `deliver` has it', wholeNumber, 4)
    .option('--json', 'print the findings as JSON')
    .option('--profile <name>', 'of ~/.aws/config')
    .option('--region <region>', 'of the stacks (default: AWS_REGION, or us-east-1)')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: DoctorOptions) =>
      refusedInOneLine(async () => {
        const findings = await examine(names, options, io);
        io.out(options.json ? jsonText(findings) : textTable(findings.map(row)));
        finish(findings.every(({ isFine }) => isFine) ? exitCodes.passed : exitCodes.failed);
      }),
    );
}

async function examine(names: readonly string[], options: DoctorOptions, io: Io): Promise<Finding[]> {
  const { credentials, home, account } = await placeOf(options);
  const projects = findProjects(io.folder, names);
  const regions = regionsOf(io.folder, options.regions);
  const namespace = (options.namespace ?? process.env.RELEASE_NAMESPACE)?.toLowerCase();
  const typeNames = projects.map(({ typeName }) => typeName);
  const found: Region[] = [];
  for (const region of regions) found.push(await lookIntoRegion(account(region), region, typeNames));
  const named = namespace ? await connectionsOf(account(home), namespace) : new Map<string, string>();
  if (options.connection !== undefined) named.set(options.connection, '--connection');
  const readiness = readinessOf(credentials, process.env.AWS_ENDPOINT_URL);
  const connections = await Promise.all([...named].map(([arn, of]) => lookAtConnection(readiness, arn, of)));
  const needs = await needsOf(account(home), projects, regions, namespace);
  return [
    ...diagnose(found),
    ...connectionFindings(connections),
    await capacityOf(readiness, needs, options.wave),
  ];
}

async function capacityOf(
  readiness: Readiness,
  needs: readonly TypeNeed[],
  waveSize: number,
): Promise<Finding> {
  try {
    const quota = await readiness.cloudFrontQuota(distributionsQuota);
    return capacityFinding({ quota, used: await readiness.distributions() }, needs, waveSize);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { isFine: false, region: 'all', what: 'CloudFront', says: error.message };
  }
}

const row = ({ isFine, isSkipped, region, what, says }: Finding): string[] => [
  `${isSkipped ? '-     ' : isFine ? 'ok    ' : 'FAILED'} ${region}`,
  what,
  says,
];
