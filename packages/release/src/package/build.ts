import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TypeProject } from '../project/type-project';
import { toolsFolder } from '../tools-folder';
import { UserError } from '../user-error';
import { packageOf } from './layout';
import { fileIn, filesBelow } from './read-files';
import { filesIn, zipOf } from './zip';

/** Builds a type and packs it. @returns the package's bytes. @throws UserError when its build fails. */
export const buildPackage = (project: TypeProject): Uint8Array =>
  project.language === 'typescript' && project.buildCommand !== undefined
    ? buildHere(project, project.buildCommand)
    : buildByCloudFormationCli(project);

function buildHere(project: TypeProject, buildCommand: string): Uint8Array {
  const { folder, entryFile, schemaFile } = project;
  const target = join(folder, 'build', 'TypeFunction');
  const entry = join(target, entryFile);
  const before = modifiedAt(entry);
  inShell(project, `${buildCommand} TypeFunction`);
  // What another build has left must not be taken for this one's.
  if (modifiedAt(entry) === before)
    throw new UserError(
      `settings.buildCommand of ${join(folder, '.rpdk-config')} has not written ${entry}, which entrypoint names`,
    );
  return packageOf({
    folder: {
      ...fileIn(folder, '.rpdk-config'),
      ...fileIn(folder, 'overrides.json'),
      ...filesBelow(join(folder, 'src'), 'src/'),
      ...filesBelow(join(folder, 'inputs'), 'inputs/'),
    },
    schema: readFileSync(schemaFile),
    build: filesBelow(target),
  });
}

const modifiedAt = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/** What is in another language is packed by its own plugin; only times and order are taken out of the archive. */
function buildByCloudFormationCli(project: TypeProject): Uint8Array {
  const archive = join(project.folder, `${project.slug}.zip`);
  rmSync(archive, { force: true });
  inShell(project, 'cfn submit --dry-run');
  if (!existsSync(archive)) throw new UserError(`cfn submit --dry-run has not written ${archive}`);
  return zipOf(filesIn(readFileSync(archive)));
}

function inShell({ folder, typeName }: TypeProject, command: string): void {
  // `cfn` of these tools, where the machine has none of its own.
  const PATH = [process.env.PATH, join(toolsFolder(), '.venv', 'bin')].join(delimiter);
  const env = { ...process.env, PATH };
  const { status, stdout, stderr } = spawnSync(command, { cwd: folder, env, shell: true, encoding: 'utf8' });
  if (status === 0) return;
  const said = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-5).join('\n');
  throw new UserError(
    `${typeName} cannot be built: \`${command}\` in ${folder} ended with ${status}\n${said}`,
  );
}
