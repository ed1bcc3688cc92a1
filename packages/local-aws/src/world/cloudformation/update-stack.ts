import type { UpdateStackInput, UpdateStackOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { orderedUpdate } from './stack-order';
import { findStack, stackNeed, validationError } from './stacks';
import { templateNeeds } from './template-text';

/**
 * Taken down as an order. Unlike AWS, which refuses an update that changes nothing, the local AWS finds that out
 * afterwards: the stack goes back to the status that it had.
 */
export const updateStack: Operation<UpdateStackInput, UpdateStackOutput> = {
  service: 'cloudformation',
  name: 'UpdateStack',
  needs: (input, world, caller) => [
    ...stackNeed('UpdateStack', caller, input.StackName),
    ...templateNeeds(input, world),
  ],
  perform: (world, input, caller) => {
    const ordered = orderedUpdate(world, caller, input);
    const stack = findStack(world, caller, input.StackName);
    const { id, name, accountId, region, status } = stack;
    if (!/^(CREATE|UPDATE|UPDATE_ROLLBACK)_COMPLETE$/.test(status))
      throw validationError(`Stack:${id} is in ${status} state and can not be updated.`);
    world.stacks.set(id, { ...stack, status: 'UPDATE_IN_PROGRESS' });
    world.stackOrders.push({ kind: 'update', id, accountId, region, name, ...ordered });
    return { StackId: id };
  },
};
