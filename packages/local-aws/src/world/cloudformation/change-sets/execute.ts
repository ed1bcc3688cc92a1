import type { ExecuteChangeSetInput, ExecuteChangeSetOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../../failure';
import type { Operation } from '../../operation';
import { stackNeed } from '../stacks';
import { findChangeSet } from './find';

/** Orders what the change set says. All change sets of the stack go with it: they were of a stack that is no more. */
export const executeChangeSet: Operation<ExecuteChangeSetInput, ExecuteChangeSetOutput> = {
  service: 'cloudformation',
  name: 'ExecuteChangeSet',
  needs: (input, _world, caller) => stackNeed('ExecuteChangeSet', caller, input.StackName),
  perform: (world, input, caller) => {
    const { id, name, status, kind, order, stackId } = findChangeSet(world, caller, input);
    if (status !== 'CREATE_COMPLETE')
      throw new AwsFailure(
        'InvalidChangeSetStatus',
        400,
        `ChangeSet [${id}] cannot be executed in its current status of [${status}]`,
      );
    const stack = world.stacks.get(stackId);
    if (!stack || !/^(REVIEW_IN_PROGRESS|(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE)$/.test(stack.status))
      throw new AwsFailure(
        'InvalidChangeSetStatus',
        400,
        `ChangeSet [${name}] cannot be executed: its stack is in ${stack?.status ?? 'DELETE_COMPLETE'}`,
      );
    world.stacks.set(stackId, { ...stack, status: `${kind}_IN_PROGRESS` });
    world.stackOrders.push(order);
    for (const each of [...world.changeSets.values()])
      if (each.stackId === stackId) world.changeSets.delete(each.id);
    return {};
  },
};
