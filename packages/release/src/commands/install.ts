import { join } from 'node:path';
import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import { type AccountOptions, accountOf } from '../account';
import { answersTo } from '../answers';
import { install, uninstall } from '../install/install';
import { installTemplate } from '../install/template';
import type { Io } from '../io';
import { packAll, readPackage } from '../package/pack';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';
import { packagesFolder } from './package';

const installHelp = `
The type is private to the account and region then; templates that were rehearsed deploy there unchanged. It costs a
stack with a role and a bucket. Run again after a change, or when it broke off: every step looks first.

Examples:
  $ npx release install --profile me --region us-east-1
  $ npx release install AwsCommunity::CloudFront::AliasMigration
`;

const uninstallHelp = `
Example:
  $ npx release uninstall --profile me --region us-east-1
`;

const placed = (command: Command): Command =>
  command
    .argument('[types...]', 'names of types, or their folders (default: every type of this repository)')
    .option('--profile <name>', 'of ~/.aws/config (default: the keys that the AWS CLI would use)')
    .option('--region <region>', 'where (default: AWS_REGION, or us-east-1)')
    .option('--json', 'print the answers as JSON');

interface InstallOptions extends AccountOptions {
  readonly json?: boolean;
}

export function installCommand(io: Io): Command {
  return placed(new Command('install'))
    .description('Register the types privately in an account of yours.')
    .addHelpText('after', installHelp + exitCodesHelp)
    .action((names: string[], options: InstallOptions) =>
      refusedInOneLine(async () => {
        const projects = findProjects(io.folder, names);
        const { account, accountId, region } = await accountOf(options);
        const folder = join(io.folder, packagesFolder);
        const entries = packAll(projects, folder);
        const answers = answersTo(io, options);
        for (const [index, project] of projects.entries()) {
          const entry = entries[index]!;
          const request = { slug: project.slug, entry, archive: readPackage(folder, entry) };
          const arn = await install(account, { ...request, template: installTemplate(project) }, io);
          const { typeName } = project;
          const { version } = entry;
          answers.add(
            { typeName, version, accountId, region, versionArn: arn },
            `${typeName} ${version} is the default in ${accountId}, ${region}: ${arn}\n`,
          );
        }
        answers.end();
      }),
    );
}

export function uninstallCommand(io: Io): Command {
  return placed(new Command('uninstall'))
    .description('Take the types out of an account again: versions, packages, role and bucket.')
    .addHelpText('after', uninstallHelp + exitCodesHelp)
    .action((names: string[], options: InstallOptions) =>
      refusedInOneLine(async () => {
        const projects = findProjects(io.folder, names);
        const { account, accountId, region } = await accountOf(options);
        const answers = answersTo(io, options);
        for (const project of projects) {
          const versions = await uninstall(account, project, io);
          answers.add(
            { typeName: project.typeName, accountId, region, versions },
            `${project.typeName} is gone from ${accountId}, ${region} (versions deregistered: ${versions})\n`,
          );
        }
        answers.end();
      }),
    );
}
