import { refusedInOneLine } from '@cutover/command-face';
import { Command, InvalidArgumentError } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { answersTo } from '../answers';
import { idleVersions } from '../install/plan';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

const help = `
Public versions are not touched: they cannot be taken back. The default version stays, and so do the newest --keep.

Example:
  $ npx release deregister --keep 2 --profile me
`;

interface DeregisterOptions extends AccountOptions {
  readonly keep: number;
  readonly json?: boolean;
}

export function deregisterCommand(io: Io): Command {
  return new Command('deregister')
    .description('Take old private versions out of the registry of an account: it holds 50 of a type.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--keep <number>', 'versions that stay beside the default one', wholeNumber, 1)
    .option('--json', 'print the answers as JSON')
    .option('--profile <name>', 'of ~/.aws/config')
    .option('--region <region>', 'where (default: AWS_REGION, or us-east-1)')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], options: DeregisterOptions) =>
      refusedInOneLine(async () => {
        const { account, region } = await accountOf(options);
        const answers = answersTo(io, options);
        for (const { typeName } of findProjects(io.folder, names)) {
          const leaving = idleVersions(await account.types.versions(typeName), options.keep);
          for (const { arn } of leaving) await account.types.deregister(arn);
          const versions = leaving.map(({ versionId }) => versionId);
          const which = versions.join(', ') || 'none';
          answers.add({ typeName, region, versions }, `${typeName}, ${region}: deregistered ${which}\n`);
        }
        answers.end();
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('it must be a whole number.');
  return Number(text);
}
