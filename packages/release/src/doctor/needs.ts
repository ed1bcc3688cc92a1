import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypeProject } from '../project/type-project';
import { type Template, templateOf } from '../roles/fixtures';

const distribution = 'AWS::CloudFront::Distribution';
/** The suite keeps one resource while it makes another. */
const resourcesAtOnce = 2;

/** What a type's tests make in one region, from its schema and its test/setup.yml. */
export function distributionsOf(project: TypeProject): {
  readonly fixture: number;
  readonly tests: number;
} {
  const { schema } = project;
  const resources = Object.values(setupOf(project).Resources ?? {});
  const { create } = (schema.handlers ?? {}) as { create?: { permissions?: readonly string[] } };
  const makesOne = create?.permissions?.includes('cloudfront:CreateDistribution') ?? false;
  return {
    fixture: resources.filter(({ Type }) => Type === distribution).length,
    // Most resources of such a type have one distribution.
    tests: makesOne ? resourcesAtOnce : 0,
  };
}

/** What a type's contract tests stand on; empty where they need nothing. */
export function setupOf({ folder }: Pick<TypeProject, 'folder'>): Template {
  const file = join(folder, 'test', 'setup.yml');
  return existsSync(file) ? templateOf(readFileSync(file, 'utf8')) : {};
}
