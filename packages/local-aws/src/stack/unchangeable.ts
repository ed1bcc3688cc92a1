import type { CloudFormation } from './cloudformation';
import { differenceOf } from './difference';
import type { PreparedStack } from './prepare';
import type { Stack } from './stack';

/**
 * Refuses before anything is touched what cannot be changed: the type of a resource, which CloudFormation refuses
 * too, and properties that AWS changes in place and the driver does not.
 * @throws TemplateError
 */
export function refuseUnchangeable(
  cloudFormation: CloudFormation,
  stack: Stack,
  { template: { document, resources }, properties }: PreparedStack,
): void {
  for (const [logicalId, wanted] of properties) {
    const existing = stack.resources.get(logicalId);
    if (!existing) continue;
    const { type } = resources.get(logicalId)!;
    if (type !== existing.type)
      throw document.error({
        at: ['Resources', logicalId, 'Type'],
        text: `changes from ${existing.type} to ${type}, and CloudFormation does not permit updates of a resource's type; give the new one a name of its own`,
      });
    const provider = cloudFormation.providers.get(type)!;
    const difference = differenceOf(provider, existing.properties, wanted);
    if (difference?.replacement !== 'False') continue;
    const names = difference.properties.map((path) => path.split('.')[0]);
    const changed = provider.unchangeable?.find((name) => names.includes(name));
    if (changed)
      throw document.error({
        at: ['Resources', logicalId, 'Properties', changed],
        text: `AWS changes ${changed} of ${type} in place, and the local stack driver does not; leave it as it is in the rehearsal`,
      });
  }
}
