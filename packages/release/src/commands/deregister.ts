import { refusedInOneLine } from '@cutover/command-face';
import { Command, InvalidArgumentError } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { idleVersions } from '../install/plan';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

const help = `
Public versions are not touched: they cannot be taken back. The default version stays, and so do the newest --keep.

Example:
  $ npx release deregister --keep 2 --profile me
`;

export function deregisterCommand(io: Io): Command {
  return new Command('deregister')
    .description('Take old private versions out of the registry of an account: it holds 50 of a type.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--keep <number>', 'versions that stay beside the default one', wholeNumber, 1)
    .option('--profile <name>', 'of ~/.aws/config')
    .option('--region <region>', 'where (default: AWS_REGION, or us-east-1)')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: AccountOptions & { readonly keep: number }) =>
      refusedInOneLine(async () => {
        const { account, region } = await accountOf(options);
        for (const { typeName } of findProjects(io.folder, names)) {
          const leaving = idleVersions(await account.types.versions(typeName), options.keep);
          for (const { arn } of leaving) await account.types.deregister(arn);
          const which = leaving.map(({ versionId }) => versionId).join(', ') || 'none';
          io.out(`${typeName}, ${region}: deregistered ${which}\n`);
        }
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('it must be a whole number.');
  return Number(text);
}
