import type { CloudFormation } from './cloudformation';
import type { ResourceProvider } from './resources/provider';
import { type Reference, type Refuse, referencesIn } from './template/expression';
import { dependencyOrder } from './template/graph';
import { expressionsOf } from './template/references';
import { resolveMembers } from './template/resolve';
import type { ResourceDefinition } from './template/resource-definition';
import type { Scope } from './template/scope';
import type { Template } from './template/template';
import type { Members } from './value';

/** Every type is one that the driver has, and has the attributes that are asked for. @returns the order of work */
export function checkTypes(cloudFormation: CloudFormation, template: Template, refuse: Refuse): string[] {
  for (const resource of template.resources.values()) providerOf(cloudFormation, resource, refuse);
  checkAttributes(cloudFormation, template, refuse);
  return dependencyOrder(template);
}

function providerOf(
  cloudFormation: CloudFormation,
  { logicalId, type }: ResourceDefinition,
  refuse: Refuse,
): ResourceProvider {
  const provider = cloudFormation.providers.get(type);
  if (provider) return provider;
  const known = [...cloudFormation.providers.keys()].sort().join(', ');
  return refuse({
    at: ['Resources', logicalId, 'Type'],
    text: `type ${type} is not supported by the local stack driver, which has ${known}`,
  });
}

/** A resource's properties as far as they are known; refuses what its type does not take. */
export function checkProperties(
  cloudFormation: CloudFormation,
  resource: ResourceDefinition,
  scope: Scope,
  refuse: Refuse,
): Members {
  const properties = resolveMembers(resource.properties, scope);
  const at = ['Resources', resource.logicalId, 'Properties'];
  const [problem, ...others] = providerOf(cloudFormation, resource, refuse).problems(properties, at);
  if (problem)
    refuse({
      ...problem,
      text: others.length ? `${problem.text} (and ${others.length} more)` : problem.text,
    });
  return properties;
}

/** GetAtt of an attribute that the type does not have fails now, not when half of the stack is made. */
function checkAttributes(cloudFormation: CloudFormation, template: Template, refuse: Refuse): void {
  const check = (reference: Reference): void => {
    if (reference.kind === 'ref') return;
    const { type } = template.resources.get(reference.logicalId)!;
    const { attributes, hasAttribute } = cloudFormation.providers.get(type)!;
    if (attributes.includes(reference.attribute) || hasAttribute?.(reference.attribute)) return;
    const has = attributes.length ? `has ${attributes.join(', ')}` : 'has none';
    refuse({ at: reference.at, text: `${type} has no attribute ${reference.attribute} here; it ${has}` });
  };
  expressionsOf(template).flatMap(referencesIn).forEach(check);
}
