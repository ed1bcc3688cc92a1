import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { answersTo } from '../answers';
import type { Io } from '../io';
import { namesOf } from '../namespace/names';
import { scaffold } from '../namespace/scaffold';
import { toolsFolder } from '../tools-folder';
import { exitCodesHelp } from '../user-error';

interface NamespaceOptions {
  readonly type: string;
  readonly out?: string;
  readonly json?: boolean;
}

const help = `
Files that are there stay as they are: again with another --type it adds that type, and no pipeline has to know.

Examples:
  $ npx release namespace Oktank owner/repo
  $ npx release namespace Oktank owner/repo --type Web::Cache --out ../oktank
`;

export function namespaceCommand(io: Io): Command {
  return new Command('namespace')
    .description(
      'Begin the repository of another namespace: a type, the handler kit, the pipelines’ parameters.',
    )
    .argument('<namespace>', 'first part of its types’ names')
    .argument('<repository>', 'OWNER/REPOSITORY of GitHub')
    .option('--type <name>', 'SERVICE::RESOURCE', 'Example::Note')
    .option('--out <folder>', 'the checkout of that repository (default: the namespace in lower case)')
    .option('--json', 'print the files as JSON')
    .addHelpText('after', help + exitCodesHelp)
    .action((namespace: string, repository: string, options: NamespaceOptions) => {
      const { type, out } = options;
      const names = namesOf(namespace, repository, type);
      const folder = out ?? namespace.toLowerCase();
      const answers = answersTo(io, options);
      for (const file of scaffold(toolsFolder(), resolve(io.folder, folder), names))
        answers.add({ file: join(folder, file) }, `${join(folder, file)}\n`);
      const slug = names.typeName.replaceAll('::', '-').toLowerCase();
      answers.note(`\nNext: cd ${folder} && npm install && npm run build, then cutover contract ${slug}\n`);
      answers.end();
    });
}
