import { refusedInOneLine } from '@cutover/command-face';
import { Failure } from '@cutover/handler-kit';
import { Command } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { textTable } from '../deliver/plan';
import { diagnose, type Region } from '../doctor/diagnose';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodes, exitCodesHelp } from '../user-error';
import { regionsOf } from './regions';

interface DoctorOptions extends AccountOptions {
  readonly regions?: string;
}

const help = `
Example:
  $ npx release doctor --regions us-east-1,eu-central-1 --profile prod
`;

export function doctorCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('doctor')
    .description('Say what stands in the way of a release, before anything starts.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--regions <list>', 'with commas between (default: release/regions.json)')
    .option('--profile <name>', 'of ~/.aws/config')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: DoctorOptions) =>
      refusedInOneLine(async () => {
        const typeNames = findProjects(io.folder, names).map(({ typeName }) => typeName);
        const found: Region[] = [];
        for (const region of regionsOf(io.folder, options.regions))
          found.push(await lookInto(region, typeNames, options));
        const findings = diagnose(found);
        io.out(
          textTable(
            findings.map(({ isFine, region, what, says }) => [
              `${isFine ? 'ok    ' : 'FAILED'} ${region}`,
              what,
              says,
            ]),
          ),
        );
        finish(findings.every(({ isFine }) => isFine) ? exitCodes.passed : exitCodes.failed);
      }),
    );
}

/** A region that is not enabled refuses keys that are good elsewhere; the doctor goes on to the next. */
async function lookInto(
  region: string,
  typeNames: readonly string[],
  options: DoctorOptions,
): Promise<Region> {
  const { account } = await accountOf({ ...options, region });
  try {
    const publisherId = await account.types.publisherId();
    const versions: Record<string, number> = {};
    for (const typeName of typeNames) versions[typeName] = (await account.types.versions(typeName)).length;
    return { region, kind: 'open', publisherId, versions };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { region, kind: 'closed', because: error.message };
  }
}
