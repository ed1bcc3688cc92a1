import type { Done } from './bring-to';
import { deleteResources } from './delete-resources';
import { setResourceStatus, setStackStatus } from './events';
import type { PreparedStack } from './prepare';
import { updateResource, type Work } from './resource-steps';
import type { StackResource } from './stack';
import { dependencyOrder } from './template/graph';
import { finishNested } from './unfinished';

/**
 * Back to the last template, as CloudFormation does it: what was changed is changed back, each resource after those
 * that it needs. What was made goes when all is as it was, and not before: that waits in `unfinished`.
 * @param next what the update wanted; it knows who needs whom of what it added
 */
export async function beginRollBack(
  work: Work,
  next: Pick<PreparedStack, 'template' | 'order'>,
  done: readonly Done[],
  why: string,
): Promise<void> {
  const { cloudFormation, stack } = work;
  setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_IN_PROGRESS', why);
  const leaving = new Map<string, StackResource>();
  const failed: string[] = [];
  const order = dependencyOrder(stack.template);
  for (const step of done.toSorted((one, other) => placeOf(order, one) - placeOf(order, other))) {
    const { logicalId } = step.resource;
    const made = await undo(work, step);
    if (made === 'failed') failed.push(logicalId);
    else if (made) leaving.set(logicalId, made);
  }
  if (failed.length > 0) {
    const left = `The following resource(s) failed to update: [${failed.join(', ')}].`;
    return setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_FAILED', left);
  }
  setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  cloudFormation.unfinished.set(stack.id, {
    finish: (later) => finish(later, next, done, leaving),
    goBack: async () => {},
  });
}

async function finish(
  work: Work,
  next: Pick<PreparedStack, 'template' | 'order'>,
  done: readonly Done[],
  leaving: ReadonlyMap<string, StackResource>,
): Promise<void> {
  const { cloudFormation, stack } = work;
  // RetainExceptOnCreate is for just this case; a plain Retain keeps also what nobody ever had.
  const isKept = (logicalId: string) => next.template.resources.get(logicalId)?.deletionPolicy === 'Retain';
  await deleteResources(work, leaving, { ...next, isKept });
  for (const step of done) if (step.kind === 'added') stack.resources.delete(step.resource.logicalId);
  await finishNested(work);
  setStackStatus(cloudFormation, stack, 'UPDATE_ROLLBACK_COMPLETE');
}

/** What was added has no place in the last template; it has nothing to be changed back. */
const placeOf = (order: readonly string[], { resource }: Done): number => order.indexOf(resource.logicalId);

/** @returns what is to be deleted when all else is as it was, if anything */
async function undo(work: Work, step: Done): Promise<StackResource | 'failed' | undefined> {
  const { resource } = step;
  switch (step.kind) {
    case 'added':
      return resource;
    case 'changed':
      // Also the one whose change failed half way: nobody knows what of it has happened.
      return (await updateResource(work, resource, step.before, step.after)) ? undefined : 'failed';
    case 'replaced': {
      const leaving = { ...resource };
      resource.made = step.made;
      resource.properties = step.before;
      setResourceStatus(work.cloudFormation, work.stack, resource, 'UPDATE_COMPLETE');
      return leaving;
    }
  }
}
