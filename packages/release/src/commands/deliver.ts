import { join } from 'node:path';
import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { deliveryTable, type InRegion, type Published, planDelivery } from '../deliver/plan';
import type { Io } from '../io';
import { type Manifest, manifestName } from '../package/manifest';
import { packAll } from '../package/pack';
import { findProjects, readJson } from '../project/type-project';
import { exitCodes, exitCodesHelp, UserError } from '../user-error';
import { packagesFolder } from './package';
import { regionsOf } from './regions';

interface DeliverOptions extends AccountOptions {
  readonly dryRun?: boolean;
  readonly regions?: string;
  readonly publisher?: string;
  readonly published?: string;
}

const help = `
Only --dry-run is there: it prints type, region, version now → next, and changes nothing.

Example:
  $ npx release deliver --dry-run --publisher PUBLISHER_ID --published published.json
`;

export function deliverCommand(io: Io, finish: (exitCode: number) => void): Command {
  return new Command('deliver')
    .description('Show what a delivery to the public registry would do.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--dry-run', 'print the table')
    .option('--publisher <id>', 'whose public versions are compared (default: of the account)')
    .option('--published <file>', 'the manifest of the last delivery')
    .option('--regions <list>', 'with commas between (default: release/regions.json)')
    .option('--profile <name>', 'of ~/.aws/config')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: DeliverOptions) =>
      refusedInOneLine(async () => {
        if (!options.dryRun) throw new UserError('nothing is published from here yet: use --dry-run');
        finish(await table(names, options, io));
      }),
    );
}

async function table(names: readonly string[], options: DeliverOptions, io: Io): Promise<number> {
  const wanted = packAll(findProjects(io.folder, names), join(io.folder, packagesFolder));
  const places: InRegion[] = [];
  for (const region of regionsOf(io.folder, options.regions)) {
    const { account } = await accountOf({ ...options, region });
    const publisher = options.publisher ?? (await account.types.publisherId());
    for (const { typeName } of wanted) {
      const publicVersion = publisher && (await account.types.publicVersion(typeName, publisher));
      places.push({ typeName, region, publicVersion });
    }
  }
  const lines = planDelivery(wanted, places, publishedIn(options.published));
  io.out(deliveryTable(lines));
  return lines.some(({ move }) => move.kind === 'refused') ? exitCodes.failed : exitCodes.passed;
}

/** @param file a manifest, as `package` writes one; its name may be left out */
function publishedIn(file: string | undefined): Published {
  if (file === undefined) return {};
  const manifest = readJson(file.endsWith('.json') ? file : join(file, manifestName)) as Manifest;
  return Object.fromEntries(manifest.packages.map((entry) => [entry.typeName, entry]));
}
