import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { CloudFormation } from '../cloudformation';
import type { Expression, Refuse } from '../template/expression';
import type { ResourceDefinition } from '../template/resource-definition';
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
 * old text is there for the way back.
 * @param file the parent's, beside which the paths begin
 */
export function packaged(
  cloudFormation: CloudFormation,
  template: Template,
  file: string,
  refuse: Refuse,
): Template {
  const pack = (resource: ResourceDefinition): ResourceDefinition => {
    const { TemplateURL } = resource.properties;
    if (resource.type !== nestedType || !TemplateURL) return resource;
    const at = ['Resources', resource.logicalId, 'Properties', 'TemplateURL'];
    const path = pathIn(TemplateURL) ?? refuse({ at, text: notAPath });
    const nested = join(dirname(file), path);
    const text = cloudFormation.templateAt(nested) ?? refuse({ at, text: `there is no file ${nested}` });
    const url = urlOf({ text, file: nested });
    cloudFormation.packages.set(url, { text, file: nested });
    return {
      ...resource,
      properties: { ...resource.properties, TemplateURL: { kind: 'literal', value: url } },
    };
  };
  const resources = [...template.resources].map(([name, resource]) => [name, pack(resource)] as const);
  return { ...template, resources: new Map(resources) };
}

const notAPath =
  'must be the path of a template, from the folder of this one on; the local stack driver fetches nothing from the web';

const pathIn = (url: Expression): string | undefined =>
  url.kind === 'literal' && typeof url.value === 'string' && !/^[a-z0-9]+:/i.test(url.value)
    ? url.value
    : undefined;

const urlOf = ({ text, file }: NestedTemplate): string => {
  const hash = createHash('sha256').update(`${file}\n${text}`).digest('hex').slice(0, 32);
  return `https://s3.amazonaws.com/cutover-local/${hash}.template`;
};
