import type { UpdateStackInstancesInput, UpdateStackInstancesOutput } from '@aws-sdk/client-cloudformation';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { begin, placesIn, refuseBusy, valuesIn } from './begin';
import { isAt } from './record';
import { findStackSet, stackSetNeed } from './stack-set';

/** Other values for some of the stacks. A value that the new list leaves out is the set's again. */
export const updateStackInstances: Operation<UpdateStackInstancesInput, UpdateStackInstancesOutput> = {
  service: 'cloudformation',
  name: 'UpdateStackInstances',
  needs: stackSetNeed('UpdateStackInstances'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    refuseBusy(set, input);
    const values = valuesIn(input.ParameterOverrides);
    const touched = placesIn(input).map((place) => {
      const known = set.instances.find((each) => isAt(place, each));
      if (!known)
        throw new AwsFailure(
          'StackInstanceNotFoundException',
          404,
          `Stack instance not found for account ${place.accountId} in region ${place.region}`,
        );
      return { ...known, overrides: values ?? known.overrides };
    });
    return { OperationId: begin(world, set, 'UPDATE', input, touched) };
  },
};
