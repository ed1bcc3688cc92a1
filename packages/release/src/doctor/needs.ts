import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TypeProject } from '../project/type-project';
import { type Template, templateOf } from '../roles/fixtures';

const distribution = 'AWS::CloudFront::Distribution';
/** The suite keeps one resource while it makes another. */
const resourcesAtOnce = 2;

/** What a type's tests make in one region, from its schema and its test/setup.yml. */
export function distributionsOf({ folder, schema }: TypeProject): {
  readonly fixture: number;
  readonly tests: number;
} {
  const file = join(folder, 'test', 'setup.yml');
  const template: Template = existsSync(file) ? templateOf(readFileSync(file, 'utf8')) : {};
  const resources = Object.values(template.Resources ?? {});
  const { create } = (schema.handlers ?? {}) as { create?: { permissions?: readonly string[] } };
  const makesOne = create?.permissions?.includes('cloudfront:CreateDistribution') ?? false;
  return {
    fixture: resources.filter(({ Type }) => Type === distribution).length,
    // Most resources of such a type have one distribution.
    tests: makesOne ? resourcesAtOnce : 0,
  };
}
