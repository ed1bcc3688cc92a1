import type { DeleteStackInput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { stackNeed, stacksOf } from './stacks';

/** Taken down as an order; of a stack that is not there, nothing is said. */
export const deleteStack: Operation<DeleteStackInput, Record<string, never>> = {
  service: 'cloudformation',
  name: 'DeleteStack',
  needs: (input, _world, caller) => stackNeed('DeleteStack', caller, input.StackName),
  perform: (world, input, caller) => {
    const stack = stacksOf(world, caller).find(
      ({ id, name, status }) =>
        (id === input.StackName || name === input.StackName) && status !== 'DELETE_COMPLETE',
    );
    if (!stack) return {};
    const { id, name, accountId, region } = stack;
    world.stacks.set(id, { ...stack, status: 'DELETE_IN_PROGRESS' });
    world.stackOrders.push({ kind: 'delete', id, accountId, region, name, template: '', parameters: {} });
    return {};
  },
};
