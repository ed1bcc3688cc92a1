import type { DeleteChangeSetInput, DeleteChangeSetOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../../operation';
import { stackNeed } from '../stacks';
import { findChangeSet } from './find';

/** Takes the change set away; a stack in REVIEW_IN_PROGRESS that it has begun stays. */
export const deleteChangeSet: Operation<DeleteChangeSetInput, DeleteChangeSetOutput> = {
  service: 'cloudformation',
  name: 'DeleteChangeSet',
  needs: (input, _world, caller) => stackNeed('DeleteChangeSet', caller, input.StackName),
  perform: (world, input, caller) => {
    world.changeSets.delete(findChangeSet(world, caller, input).id);
    return {};
  },
};
