import { setResourceStatus } from './events';
import { deleteResource, type Work } from './resource-steps';
import type { StackResource } from './stack';
import { needsOf } from './template/references';
import type { Template } from './template/template';

/** What goes in one sweep. */
export interface Sweep {
  /** Every resource comes after what it needs; the sweep goes from the last to the first. */
  readonly order: readonly string[];
  /** The template that says who needs whom. */
  readonly template: Template;
  /** Whether the resource stays in the world although it leaves the stack. */
  isKept(logicalId: string): boolean;
}

/**
 * Takes resources away, the last one first. One that another one still needs, because its deletion failed, stays.
 * @returns logical ids of those that could not be deleted
 */
export async function deleteResources(
  work: Work,
  resources: ReadonlyMap<string, StackResource>,
  { order, template, isKept }: Sweep,
): Promise<string[]> {
  const failed: string[] = [];
  const stays = new Set<string>();
  for (const logicalId of order.toReversed()) {
    const resource = resources.get(logicalId);
    if (!resource?.made) continue;
    if ([...stays].some((other) => needs(template, other, logicalId))) {
      stays.add(logicalId);
    } else if (isKept(logicalId)) {
      keepResource(work, resource);
    } else if (!(await deleteResource(work, resource))) {
      stays.add(logicalId);
      failed.push(logicalId);
    }
  }
  return failed;
}

const needs = (template: Template, logicalId: string, other: string): boolean => {
  const resource = template.resources.get(logicalId);
  return resource !== undefined && needsOf(template, resource).has(other);
};

/** The resource leaves the stack and stays in the world: CloudFormation says that deletion is skipped. */
function keepResource({ cloudFormation, stack }: Work, resource: StackResource): void {
  setResourceStatus(cloudFormation, stack, resource, 'DELETE_SKIPPED');
  resource.made = undefined;
}
