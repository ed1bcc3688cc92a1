import type { CloudFormation } from '../cloudformation';
import type { StackRequest } from '../request';
import { type Refuse, referencesIn } from '../template/expression';
import { readTemplate } from '../template/read-template';
import { expressionsOf } from '../template/references';
import type { Template } from '../template/template';
import { isLater, type Members } from '../value';
import { nestedType } from './package';
import { nestedRequest } from './request';

/**
 * Checks the templates of nested stacks with their parent's, and that they have the outputs that it asks for. One that
 * waits for a parameter is judged as far as it stands by itself.
 * @param prepare checks a request whose parameters are all known
 */
export function checkNested(
  cloudFormation: CloudFormation,
  request: StackRequest,
  {
    template,
    properties,
  }: { readonly template: Template; readonly properties: ReadonlyMap<string, Members> },
  prepare: (request: StackRequest) => { readonly template: Template },
  refuse: Refuse,
): void {
  const nested = [...template.resources.values()].filter(({ type }) => type === nestedType);
  for (const { logicalId } of nested) {
    const own = properties.get(logicalId)!;
    const nestedIn = [...(request.nestedIn ?? []), request.file];
    const child = nestedRequest(cloudFormation, own, {
      ...request,
      name: `${request.name}-${logicalId}`,
      nestedIn,
    });
    if (nestedIn.includes(child.file))
      refuse({
        at: ['Resources', logicalId, 'Properties', 'TemplateURL'],
        text: `${child.file} would be nested in itself`,
      });
    const known = isLater(own) ? readTemplate(child.template, child.file) : prepare(child).template;
    checkOutputs(template, logicalId, known, child.file, refuse);
  }
}

function checkOutputs(
  template: Template,
  logicalId: string,
  { outputs }: Template,
  file: string,
  refuse: Refuse,
): void {
  for (const reference of expressionsOf(template).flatMap(referencesIn)) {
    if (reference.kind !== 'attribute' || reference.logicalId !== logicalId) continue;
    const name = reference.attribute.replace(/^Outputs\./, '');
    if (!outputs.has(name))
      refuse({
        at: reference.at,
        text: `${file} has no output ${name}; it has ${[...outputs.keys()].join(', ') || 'none'}`,
      });
  }
}
