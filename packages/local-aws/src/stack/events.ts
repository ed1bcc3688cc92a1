import type { CloudFormation } from './cloudformation';
import { recordOf } from './record';
import type { ResourceStatus, Stack, StackEvent, StackResource, StackStatus } from './stack';

/** Sets the stack's status, with its event. */
export function setStackStatus(
  cloudFormation: CloudFormation,
  stack: Stack,
  status: StackStatus,
  reason?: string,
): void {
  stack.status = status;
  stack.statusReason = reason;
  record(cloudFormation, stack, {
    logicalId: stack.name,
    physicalId: stack.id,
    type: 'AWS::CloudFormation::Stack',
    status,
    reason,
  });
}

/** Sets a resource's status, with its event. */
export function setResourceStatus(
  cloudFormation: CloudFormation,
  stack: Stack,
  resource: StackResource,
  status: ResourceStatus,
  reason?: string,
): void {
  resource.status = status;
  resource.statusReason = reason;
  resource.changedAt = cloudFormation.timeline.now();
  const { logicalId, type, made } = resource;
  record(cloudFormation, stack, { logicalId, physicalId: made?.physicalId, type, status, reason });
}

function record(cloudFormation: CloudFormation, stack: Stack, event: Omit<StackEvent, 'at'>): void {
  const dated = { at: cloudFormation.timeline.now(), ...event };
  stack.events.push(dated);
  cloudFormation.world.stacks.set(stack.id, recordOf(stack));
  cloudFormation.onEvent(stack, dated);
}

/** The failure that began the last way back, which is the one that people look for in the events. */
export function firstFailure(stack: Stack): StackEvent | undefined {
  const lastStart = stack.events.findLastIndex(({ reason }) => reason === userInitiated);
  const since = stack.events.slice(lastStart + 1);
  return (
    since.find(({ status }) => status.endsWith('_FAILED')) ??
    // An export that is not there, or in use, fails the stack and no resource.
    since.find(({ status }) => status.endsWith('ROLLBACK_IN_PROGRESS'))
  );
}

/** The reason of an operation's first event, in AWS's words. */
export const userInitiated = 'User Initiated';
