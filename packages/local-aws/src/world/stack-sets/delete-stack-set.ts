import type { DeleteStackSetInput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { stackSetKey } from './record';
import { findStackSet, stackSetNeed } from './stack-set';

/** Only a set without stacks can go. */
export const deleteStackSet: Operation<DeleteStackSetInput, Record<string, never>> = {
  service: 'cloudformation',
  name: 'DeleteStackSet',
  needs: stackSetNeed('DeleteStackSet'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    if (set.instances.length > 0)
      throw new AwsFailure('StackSetNotEmptyException', 409, `StackSet ${set.name} is not empty`);
    world.stackSets.delete(stackSetKey(set, set.name));
    return {};
  },
};
