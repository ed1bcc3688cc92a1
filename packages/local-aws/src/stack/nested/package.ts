import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AwsFailure } from '../../world/failure';
import { requireObject } from '../../world/s3/bucket';
import { type ObjectPlace, objectAt } from '../../world/s3/object-url';
import type { World } from '../../world/world';
import type { CloudFormation } from '../cloudformation';
import type { StackRequest } from '../request';
import type { Expression, Refuse } from '../template/expression';
import { resolve } from '../template/resolve';
import type { ResourceDefinition } from '../template/resource-definition';
import type { Scope } from '../template/scope';
import type { Template } from '../template/template';

/** The template of a nested stack, as it was when its parent was read. */
export interface NestedTemplate {
  readonly text: string;
  readonly file: string;
}

export const nestedType = 'AWS::CloudFormation::Stack';

/**
 * A template that names the templates of its nested stacks by their paths, as `aws cloudformation package` leaves it:
 * each path is a URL made of what the file has in it, so that another text is another value of TemplateURL, and the
 * old text is there for the way back. A URL of an object in S3 stays as it is; what the object has in it when the parent
 * is read is what is nested.
 * @param parent.file the parent's, beside which the paths begin
 */
export function packaged(
  cloudFormation: CloudFormation,
  template: Template,
  { file, scope, place }: Parent,
  refuse: Refuse,
): Template {
  const pack = (resource: ResourceDefinition): ResourceDefinition => {
    const { TemplateURL } = resource.properties;
    if (resource.type !== nestedType || !TemplateURL) return resource;
    const at = ['Resources', resource.logicalId, 'Properties', 'TemplateURL'];
    const given = resolve(TemplateURL, scope);
    const object = objectAt(String(given));
    const path = pathIn(TemplateURL) ?? object?.Key ?? refuse({ at, text: notAPath });
    const nested = object ? path : join(dirname(file), path);
    const text =
      (object ? textOf(cloudFormation.world, place, object) : cloudFormation.templateAt(nested)) ??
      refuse({ at, text: `there is no file ${nested}` });
    const url = object ? String(given) : urlOf({ text, file: nested });
    cloudFormation.packages.set(url, { text, file: nested });
    return {
      ...resource,
      properties: { ...resource.properties, TemplateURL: { kind: 'literal', value: url } },
    };
  };
  const resources = [...template.resources].map(([name, resource]) => [name, pack(resource)] as const);
  return { ...template, resources: new Map(resources) };
}

interface Parent {
  readonly file: string;
  readonly scope: Scope;
  readonly place: Pick<StackRequest, 'accountId' | 'region'>;
}

const notAPath =
  'must be the path of a template, from the folder of this one on, or an object of the local S3; the local stack driver fetches nothing from the web';

function textOf(world: World, place: Parent['place'], object: ObjectPlace): string | undefined {
  try {
    return new TextDecoder().decode(requireObject(world, place, object).body);
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return undefined;
  }
}

const pathIn = (url: Expression): string | undefined =>
  url.kind === 'literal' && typeof url.value === 'string' && !/^[a-z0-9]+:/i.test(url.value)
    ? url.value
    : undefined;

const urlOf = ({ text, file }: NestedTemplate): string => {
  const hash = createHash('sha256').update(`${file}\n${text}`).digest('hex').slice(0, 32);
  return `https://s3.amazonaws.com/cutover-local/${hash}.template`;
};
