import type { TypeProject } from '../project/type-project';
import { severest } from '../schema/change';
import { compareSchemas } from '../schema/compare';
import { isAtLeast, isVersion, nextVersion } from '../schema/version';
import type { Released } from './last-release';

/** Whether the version in package.json says enough of what has changed since the last release. */
export function versionProblems(
  project: Pick<TypeProject, 'version' | 'schema'>,
  released: Released | undefined,
): string[] {
  const { version, schema } = project;
  if (!isVersion(version)) return [`the version ${version} in package.json has not the form 1.2.3`];
  if (!released) return [];
  const changes = compareSchemas(released.schema, schema);
  const severity = severest(changes);
  if (!severity) return [];
  const least = nextVersion(released.version, severity);
  if (isAtLeast(version, least)) return [];
  const why = changes
    .filter((change) => change.severity === severity)
    .map(({ at, says }) => `  ${at}: ${says}`);
  return [
    `the schema has ${severity} changes since ${released.tag} (${released.version}), so package.json must say ${least} or more, not ${version}:\n${why.join('\n')}`,
  ];
}
