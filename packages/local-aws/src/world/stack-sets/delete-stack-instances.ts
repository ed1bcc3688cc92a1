import type { DeleteStackInstancesInput, DeleteStackInstancesOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { begin, placesIn, refuseBusy } from './begin';
import { isAt } from './record';
import { findStackSet, stackSetNeed } from './stack-set';

/** Takes stacks of the set away, with all that is in them. The local AWS retains none. */
export const deleteStackInstances: Operation<DeleteStackInstancesInput, DeleteStackInstancesOutput> = {
  service: 'cloudformation',
  name: 'DeleteStackInstances',
  needs: stackSetNeed('DeleteStackInstances'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    refuseBusy(set, input);
    const places = placesIn(input);
    const touched = set.instances.filter((each) => places.some((place) => isAt(place, each)));
    return { OperationId: begin(world, set, 'DELETE', input, touched) };
  },
};
