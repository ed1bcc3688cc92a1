import {
  isAt,
  type StackInstanceRecord,
  type StackSetOperationRecord,
  type StackSetRecord,
  type StackSetResultRecord,
} from '../../world/stack-sets/record';
import { putStackSet } from '../../world/stack-sets/stack-set';
import { type CloudFormation, stackKey } from '../cloudformation';
import { createStack } from '../create-stack';
import { deleteStack } from '../delete-stack';
import { firstFailure } from '../events';
import type { StackRequest } from '../request';
import type { Stack } from '../stack';
import { TemplateError } from '../template-error';
import { updateStack } from '../update-stack';

/** Brings the stack of one place to what the set says. */
export async function deployInstance(
  cloudFormation: CloudFormation,
  set: StackSetRecord,
  place: StackSetResultRecord,
  action: StackSetOperationRecord['action'],
): Promise<Pick<StackSetResultRecord, 'status' | 'statusReason'>> {
  const instance = set.instances.find((each) => isAt(place, each))!;
  try {
    const stack = await brought(cloudFormation, set, instance, action);
    if (!stack || /^(CREATE|UPDATE|DELETE)_COMPLETE$/.test(stack.status)) return { status: 'SUCCEEDED' };
    return { status: 'FAILED', statusReason: firstFailure(stack)?.reason ?? stack.statusReason };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    // Nothing to change is as good as changed: so it is for stack sets.
    if (/no updates are to be performed/.test(error.message)) return { status: 'SUCCEEDED' };
    return { status: 'FAILED', statusReason: error.message };
  }
}

async function brought(
  cloudFormation: CloudFormation,
  set: StackSetRecord,
  instance: StackInstanceRecord,
  action: StackSetOperationRecord['action'],
): Promise<Stack | undefined> {
  const { accountId, region, stackName: name } = instance;
  const existing = cloudFormation.stacks.get(stackKey(accountId, region, name));
  const isThere = existing !== undefined && existing.status !== 'DELETE_COMPLETE';
  const place = { accountId, region, name };
  if (action === 'DELETE') return isThere ? deleteStack(cloudFormation, place) : undefined;
  const request: StackRequest = {
    ...place,
    template: set.template,
    file: set.name,
    parameters: { ...set.parameters, ...instance.overrides },
  };
  if (isThere) return updateStack(cloudFormation, request);
  const made = createStack(cloudFormation, request);
  const stack = cloudFormation.stacks.get(stackKey(accountId, region, name));
  if (stack) rememberStack(cloudFormation, set, instance, stack.id);
  return made;
}

/** The stack shows with its instance from the beginning. */
function rememberStack(
  { world }: CloudFormation,
  { accountId, region, name }: StackSetRecord,
  place: StackInstanceRecord,
  stackId: string,
): void {
  const set = [...world.stackSets.values()].find(
    (each) => each.accountId === accountId && each.region === region && each.name === name,
  )!;
  const instances = set.instances.map((each) => (isAt(place, each) ? { ...each, stackId } : each));
  putStackSet(world, { ...set, instances });
}
