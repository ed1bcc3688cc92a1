import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { answersTo } from '../answers';
import type { Io } from '../io';
import { packAll } from '../package/pack';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';

/** Where packages are unless somebody says otherwise; git ignores it. */
export const packagesFolder = join('.cutover', 'release');

const help = `
The same sources give the same bytes on every machine; FOLDER/release.json says which.

Examples:
  $ npx release package
  $ npx release package AwsCommunity::CloudFront::AliasMigration --out /tmp/packages
`;

export function packageCommand(io: Io): Command {
  return new Command('package')
    .description('Build the types and pack them as `cfn submit` does, the same bytes each time.')
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--out <folder>', 'where the packages go', packagesFolder)
    .option('--json', 'print the manifest')
    .addHelpText('after', help + exitCodesHelp)
    .action((names: string[], { out, json }: { readonly out: string; readonly json?: boolean }) => {
      const entries = packAll(findProjects(io.folder, names), resolve(io.folder, out));
      const answers = answersTo(io, { json });
      for (const entry of entries) {
        const { typeName, version, bytes, file } = entry;
        answers.add(entry, `${typeName} ${version}: ${join(out, file)} (${Math.round(bytes / 1000)} kB)\n`);
      }
      answers.end();
    });
}
