import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import type { AccountOptions } from '../account';
import { jsonText } from '../answers';
import { textTable } from '../deliver/plan';
import { placeOf } from '../deliver/setting';
import { environments } from '../deliver/stage';
import type { Finding } from '../doctor/diagnose';
import { examine } from '../doctor/examine';
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
In each region: whether the account may publish there, has a slot left for a version, and has the parameters that
test/setup.yml asks for. Over all: the connections that the namespace's stacks stand on, and the distributions that
CloudFront grants the account, against what one run needs.

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
        const findings = await examine(await placeOf(options), {
          projects: findProjects(io.folder, names),
          regions: regionsOf(io.folder, options.regions),
          namespace: namespaceOf(options),
          environments,
          connection: options.connection,
          waveSize: options.wave,
          publishes: true,
        });
        io.out(options.json ? jsonText(findings) : findingsTable(findings));
        finish(findings.every(({ isFine }) => isFine) ? exitCodes.passed : exitCodes.failed);
      }),
    );
}

export const namespaceOf = (options: { readonly namespace?: string }): string | undefined =>
  (options.namespace ?? process.env.RELEASE_NAMESPACE)?.toLowerCase();

export const findingsTable = (findings: readonly Finding[]): string => textTable(findings.map(row));

const row = ({ isFine, isSkipped, region, what, says }: Finding): string[] => [
  `${isSkipped ? '-     ' : isFine ? 'ok    ' : 'FAILED'} ${region}`,
  what,
  says,
];
