import type { DescribeStackResourceInput, DescribeStackResourceOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { resourceAnswer } from './resource-answer';
import { findStack, stackNeed, validationError } from './stacks';

/** One resource of a stack, by its logical id. */
export const describeStackResource: Operation<DescribeStackResourceInput, DescribeStackResourceOutput> = {
  service: 'cloudformation',
  name: 'DescribeStackResource',
  needs: (input, _world, caller) => stackNeed('DescribeStackResource', caller, input.StackName),
  perform: (world, input, caller) => {
    const stack = findStack(world, caller, input.StackName, (given) => `Stack '${given}' does not exist`);
    const resource = stack.resources.find(({ logicalId }) => logicalId === input.LogicalResourceId);
    if (!resource)
      throw validationError(`Resource ${input.LogicalResourceId} does not exist for stack ${stack.name}`);
    return {
      StackResourceDetail: {
        StackName: stack.name,
        StackId: stack.id,
        ...resourceAnswer(resource),
        LastUpdatedTimestamp: new Date(resource.changedAt),
      },
    };
  },
};
