import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../package/read-files';
import { findProjects } from '../project/type-project';
import { rolesFile } from '../roles/template';
import { writeRoles } from '../roles/write';
import { packKit } from './kit';
import { type Names, renamed } from './names';
import { parameterFile, stages } from './parameters';

/** npm would take a file of this name for its own. */
const realName = (path: string): string => path.replace(/^gitignore$/, '.gitignore');

/**
 * Makes what another namespace needs in its repository: a type that passes the contract tests, the kit that it stands
 * on, the parameters of its pipelines. What is there already stays as it is, so that the second type is made likewise.
 * @returns the files that are new, below the folder
 */
export function scaffold(tools: string, folder: string, names: Names): string[] {
  const written = Object.entries(filesOf(tools, names)).filter(([path]) => !existsSync(join(folder, path)));
  for (const [path, text] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const kit = existsSync(join(folder, 'kit')) ? [] : [`kit/${packKit(tools, join(folder, 'kit'))}`];
  // Of all types that there are now.
  writeRoles(folder, tools, findProjects(folder));
  return [...written.map(([path]) => path), ...kit, rolesFile];
}

function filesOf(tools: string, names: Names): Record<string, string> {
  const source = join(tools, 'packages', 'release', 'scaffold');
  const type = Object.keys(filesBelow(source)).filter((path) => !/(^|\/)(build|node_modules)\//.test(path));
  const parameters = (Object.keys(stages) as (keyof typeof stages)[]).map((stage) => [
    `release/parameters/${stage}.json`,
    parameterFile(stage, names),
  ]);
  return Object.fromEntries([
    ...type.map((path) => [
      realName(renamed(path, names)),
      renamed(readFileSync(join(source, path), 'utf8'), names),
    ]),
    ...parameters,
  ]);
}
