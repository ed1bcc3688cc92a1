import { relative } from 'node:path';
import { Command } from 'commander';
import { answersTo } from '../answers';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { rolesFile } from '../roles/template';
import { writeRoles } from '../roles/write';
import { toolsFolder } from '../tools-folder';
import { exitCodesHelp } from '../user-error';

const help = `
Permissions are those that the schemas' handlers name, and, for what test/setup.yml and test/integ.yml make, those of
release/native-permissions.json. Run it after a change of either, and deploy the file before the pipeline.

Example:
  $ npx release roles
`;

export function rolesCommand(io: Io): Command {
  return new Command('roles')
    .description(`Write ${rolesFile}: the role of the types, and the policy for their fixtures.`)
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', help + exitCodesHelp)
    .action((options: { readonly json?: boolean }) => {
      const file = relative(io.folder, writeRoles(io.folder, toolsFolder(), findProjects(io.folder)));
      const answers = answersTo(io, options);
      answers.add({ file }, `${file} is written\n`);
      answers.end();
    });
}
