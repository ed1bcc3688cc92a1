import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { textTable } from '../deliver/plan';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

interface StatusOptions extends AccountOptions {
  readonly regions?: string;
}

const regionsOf = ({ regions, region }: StatusOptions): (string | undefined)[] =>
  regions?.split(',') ?? [region];

const help = `
Example:
  $ npx release status --regions us-east-1,eu-central-1
`;

export function statusCommand(io: Io): Command {
  return new Command('status')
    .description('Show which versions of the types an account has, region by region.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--regions <list>', 'with commas between (default: AWS_REGION, or us-east-1)')
    .option('--profile <name>', 'of ~/.aws/config')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: StatusOptions) =>
      refusedInOneLine(async () => {
        const rows: string[][] = [['type', 'region', 'default', 'versions']];
        for (const place of regionsOf(options)) {
          const { account, region } = await accountOf({ ...options, region: place });
          for (const { typeName } of findProjects(io.folder, names)) {
            const versions = await account.types.versions(typeName);
            const current = versions.find(({ isDefault }) => isDefault);
            rows.push([typeName, region, current?.versionId ?? 'not registered', String(versions.length)]);
          }
        }
        io.out(textTable(rows));
      }),
    );
}
