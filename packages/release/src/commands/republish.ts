import { refusedInOneLine } from '@cutover/command-face';
import { Command } from 'commander';
import { oldPackage } from '../deliver/republish';
import { deliverAll } from '../deliver/run';
import { stageOf } from '../deliver/setting';
import type { Io } from '../io';
import { findProjects } from '../project/type-project';
import { exitCodesHelp } from '../user-error';
import { type ProdOptions, prodPlan, publishing } from './prod-options';
import { told } from './told';

const help = `
What is public cannot be taken back or changed. The way back is the old package under a new, greater number: consumers who
update by themselves get it as they got what they shall be rid of. The package is the one that prod's inbox keeps.

Example:
  $ npx release republish AwsCommunity::CloudFront::AliasMigration SHA256 1.2.1 --namespace AwsCommunity --inbox BUCKET --publish on
`;

export function republishCommand(io: Io, finish: (exitCode: number) => void): Command {
  const command = new Command('republish')
    .description('Publish an older package again, under a new number.')
    .argument('<type>', 'name of a type, or its folder')
    .argument('<sha256>', 'of the package, as `release status --inbox` shows it while it is public')
    .argument('<version>', 'X.Y.Z, greater than what is public');
  return publishing(command, 'of prod')
    .addHelpText('after', help + exitCodesHelp)
    .action((name: string, digest: string, version: string, options: ProdOptions) =>
      refusedInOneLine(async () => {
        const stage = await stageOf({ ...options, env: 'prod' });
        const types = [await oldPackage(stage, findProjects(io.folder, [name])[0]!, digest, version)];
        const plan = await prodPlan(stage, types, options, io);
        finish(told(await deliverAll(stage, types, io, plan), options, io));
      }),
    );
}
