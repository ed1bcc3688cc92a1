import type { CloudFormation } from './cloudformation';
import type { PreparedStack } from './prepare';
import type { Stack } from './stack';
import { isEqual } from './value';

/**
 * The driver changes in place only. What CloudFormation would replace is refused before anything is touched: a
 * replacement makes the new resource beside the old one, and two cannot hold one alias (aws-cdk#12707).
 * @throws TemplateError
 */
export function refuseReplacement(
  cloudFormation: CloudFormation,
  stack: Stack,
  prepared: PreparedStack,
): void {
  const { document, resources } = prepared.template;
  for (const [logicalId, properties] of prepared.properties) {
    const existing = stack.resources.get(logicalId);
    if (!existing) continue;
    const { type } = resources.get(logicalId)!;
    if (type !== existing.type)
      throw document.error({
        at: ['Resources', logicalId, 'Type'],
        text: `changes from ${existing.type} to ${type}, which replaces the resource; give the new one a name of its own`,
      });
    const { createOnly, unchangeable = [] } = cloudFormation.providers.get(type)!;
    const fixed = [...createOnly, ...unchangeable].map((name) => name.split('.')[0]!);
    const changed = fixed.find((name) => !isEqual(properties[name], existing.properties[name]));
    if (changed)
      throw document.error({
        at: ['Resources', logicalId, 'Properties', changed],
        text: `${changed} of ${type} cannot be changed in place, and the local stack driver does not replace resources; leave it as it is or add a resource under a new name`,
      });
  }
}
