import type { Done } from './bring-to';
import { deleteResources } from './delete-resources';
import type { PreparedStack } from './prepare';
import type { Work } from './resource-steps';
import type { StackResource } from './stack';
import { dependencyOrder } from './template/graph';

/**
 * What the new template has no more, and what was replaced, goes last, when there is no way back any more.
 * @returns why the stack is complete although something could not be deleted: nobody owns that from now on
 */
export async function cleanUp(
  work: Work,
  { template: next }: PreparedStack,
  done: readonly Done[],
): Promise<string | undefined> {
  const { stack } = work;
  const { template: last } = stack;
  const leaving = new Map<string, StackResource>(
    [...stack.resources].filter(([logicalId]) => !next.resources.has(logicalId)),
  );
  for (const step of done)
    if (step.kind === 'replaced')
      leaving.set(step.resource.logicalId, { ...step.resource, made: step.made, properties: step.before });
  const failed = await deleteResources(work, leaving, {
    order: dependencyOrder(last),
    template: last,
    isKept: (logicalId) =>
      next.resources.has(logicalId)
        ? next.resources.get(logicalId)!.updateReplacePolicy === 'Retain'
        : last.resources.get(logicalId)?.deletionPolicy !== 'Delete',
  });
  for (const logicalId of leaving.keys())
    if (!next.resources.has(logicalId)) stack.resources.delete(logicalId);
  return failed.length > 0 ? 'Update successful. One or more resources could not be deleted.' : undefined;
}
