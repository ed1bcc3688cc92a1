import { type CloudFormation, stackKey } from './cloudformation';
import { deleteResources } from './delete-resources';
import { setStackStatus, userInitiated } from './events';
import { exportInUse, putExports } from './exports';
import type { StackRequest } from './request';
import type { Work } from './resource-steps';
import type { Stack } from './stack';
import { dependencyOrder } from './template/graph';
import { TemplateError } from './template-error';

/** A stack by where it is and what it is called. */
export type StackName = Pick<StackRequest, 'accountId' | 'region' | 'name'>;

/** @throws TemplateError when there is none, or it is deleted */
export function findStack(cloudFormation: CloudFormation, { accountId, region, name }: StackName): Stack {
  const stack = cloudFormation.stacks.get(stackKey(accountId, region, name));
  if (stack && stack.status !== 'DELETE_COMPLETE') return stack;
  throw new TemplateError(`there is no stack ${name} in account ${accountId}, region ${region}`);
}

/** A stack takes one operation at a time. */
export function refuseWhileBusy(stack: Stack): void {
  if (stack.status.endsWith('_IN_PROGRESS'))
    throw new TemplateError(`stack ${stack.name} is in ${stack.status}; wait until that has ended`);
}

/** Deletes a stack's resources, last first, as a flow on the timeline. */
export async function deleteStack(cloudFormation: CloudFormation, name: StackName): Promise<Stack> {
  const stack = findStack(cloudFormation, name);
  refuseWhileBusy(stack);
  await cloudFormation.timeline.spawn('cloudformation', (sleeper) =>
    takeDown({ cloudFormation, stack, sleeper }),
  );
  return stack;
}

/** The deletion itself. */
export async function takeDown(work: Work): Promise<void> {
  const { cloudFormation, stack } = work;
  const { status } = stack;
  setStackStatus(cloudFormation, stack, 'DELETE_IN_PROGRESS', userInitiated);
  const inUse = exportInUse(cloudFormation.world, stack);
  // The stack is what it was, and says why.
  if (inUse) return setStackStatus(cloudFormation, stack, status, inUse);
  const { template } = stack;
  cloudFormation.unfinished.delete(stack.id);
  const failed = await deleteResources(work, stack.resources, {
    order: dependencyOrder(template),
    template,
    isKept: (logicalId) => template.resources.get(logicalId)?.deletionPolicy !== 'Delete',
  });
  if (failed.length === 0) {
    putExports(cloudFormation.world, stack, { outputs: {}, exportNames: {} });
    stack.deletedAt = cloudFormation.timeline.now();
    return setStackStatus(cloudFormation, stack, 'DELETE_COMPLETE');
  }
  const reason = `The following resource(s) failed to delete: [${failed.join(', ')}].`;
  setStackStatus(cloudFormation, stack, 'DELETE_FAILED', reason);
}
