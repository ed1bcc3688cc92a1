import { changesOf } from './change-set';
import { beginChange } from './change-stack';
import type { CloudFormation } from './cloudformation';
import { findStack, refuseWhileBusy } from './delete-stack';
import { type PreparedStack, prepareStack } from './prepare';
import type { StackRequest } from './request';
import type { Stack } from './stack';
import { TemplateError } from './template-error';
import { refuseUnchangeable } from './unchangeable';
import { finishChange } from './unfinished';

/**
 * Changes a stack as a flow on the timeline: resources are added, changed in place or replaced, then the old ones go.
 * @returns the stack at the end of the operation, updated or rolled back
 * @throws TemplateError when the request is refused; nothing was called then
 */
export async function updateStack(cloudFormation: CloudFormation, request: StackRequest): Promise<Stack> {
  const stack = findStack(cloudFormation, request);
  refuseWhileBusy(stack);
  if (!['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'].includes(stack.status))
    throw new TemplateError(
      `stack ${stack.name} is in ${stack.status} and cannot be updated; delete it first`,
    );
  const prepared = prepareUpdate(cloudFormation, stack, request);
  if (!prepared)
    throw new TemplateError(`${request.file}: no updates are to be performed on stack ${stack.name}`);
  stack.disableRollback = request.disableRollback ?? false;
  await cloudFormation.timeline.spawn('cloudformation', async (sleeper) => {
    const work = { cloudFormation, stack, sleeper };
    await beginChange(work, prepared);
    await finishChange(work);
  });
  return stack;
}

/**
 * The request as far as it is known before the first call, or undefined when it changes nothing.
 * @throws TemplateError
 */
export function prepareUpdate(
  cloudFormation: CloudFormation,
  stack: Stack,
  request: StackRequest,
): PreparedStack | undefined {
  const prepared = prepareStack(cloudFormation, request, stack.id, stack);
  refuseUnchangeable(cloudFormation, stack, prepared);
  const isSame =
    changesOf(cloudFormation, stack, prepared).length === 0 &&
    JSON.stringify([...prepared.template.outputs]) === JSON.stringify([...stack.template.outputs]);
  return isSame ? undefined : prepared;
}
