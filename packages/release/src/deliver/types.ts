import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageEntry } from '../package/manifest';
import { packAll, readManifest, readPackage } from '../package/pack';
import { findProjects, type TypeProject } from '../project/type-project';
import { UserError } from '../user-error';
import type { Environment, ReleasedType } from './stage';

/** Where a release has its packages, as `promote` put them. */
const releasedFolder = join('release', 'packages');

/**
 * The types of a repository with the bytes that are to be delivered: made here in alpha, and after that those that came
 * with the release.
 * @param packagesFolder where packages are made
 * @throws UserError
 */
export function releasedTypes(
  root: string,
  names: readonly string[],
  env: Environment | undefined,
  packagesFolder: string,
): ReleasedType[] {
  const projects = findProjects(root, names);
  const came = join(root, releasedFolder);
  if (existsSync(join(came, 'release.json'))) return released(projects, came, readManifest(came).packages);
  if (env === 'beta' || env === 'prod')
    throw new UserError(
      `there is no ${releasedFolder}: ${env} builds nothing, it takes what \`release promote\` has sent`,
    );
  const made = join(root, packagesFolder);
  return released(projects, made, packAll(projects, made));
}

const released = (
  projects: readonly TypeProject[],
  folder: string,
  entries: readonly PackageEntry[],
): ReleasedType[] =>
  projects.map((project) => {
    const entry = entries.find(({ typeName }) => typeName === project.typeName);
    if (!entry)
      throw new UserError(`the release has no package of ${project.typeName}: run \`release promote\` again`);
    const { typeName, slug } = project;
    const { version, sha256 } = entry;
    return { typeName, slug, version, sha256, archive: readPackage(folder, entry), ...testsOf(project) };
  });

function testsOf({ folder, typeName }: TypeProject) {
  const text = (name: string): string | undefined => {
    const file = join(folder, 'test', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const configuration = text('type-configuration.json');
  if (configuration !== undefined) refuseSecrets(typeName, configuration);
  return { setup: text('setup.yml'), integration: text('integ.yml'), configuration };
}

/** A repository is no place for secrets: CloudFormation resolves the references when it calls the type. */
function refuseSecrets(typeName: string, configuration: string): void {
  if (!configuration.includes('{{resolve:secretsmanager:'))
    throw new UserError(
      `test/type-configuration.json of ${typeName} has no {{resolve:secretsmanager:…}}: what is in it belongs in Secrets Manager`,
    );
}
