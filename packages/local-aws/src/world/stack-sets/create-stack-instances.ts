import type { CreateStackInstancesInput, CreateStackInstancesOutput } from '@aws-sdk/client-cloudformation';
import { newUuid } from '../ids';
import type { Operation } from '../operation';
import { begin, placesIn, refuseBusy, valuesIn } from './begin';
import { isAt } from './record';
import { findStackSet, stackSetNeed } from './stack-set';

/** Stacks of the set in more places; those that are there already are brought up to date. */
export const createStackInstances: Operation<CreateStackInstancesInput, CreateStackInstancesOutput> = {
  service: 'cloudformation',
  name: 'CreateStackInstances',
  needs: stackSetNeed('CreateStackInstances'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    refuseBusy(set, input);
    const overrides = valuesIn(input.ParameterOverrides) ?? {};
    const touched = placesIn(input).map((place) => {
      const known = set.instances.find((each) => isAt(place, each));
      const stackName = known?.stackName ?? `StackSet-${set.name}-${newUuid(world)}`;
      return {
        ...place,
        stackName,
        stackId: known?.stackId,
        status: 'OUTDATED' as const,
        detailedStatus: 'PENDING' as const,
        statusReason: undefined,
        overrides,
        lastOperationId: '',
      };
    });
    return { OperationId: begin(world, set, 'CREATE', input, touched) };
  },
};
