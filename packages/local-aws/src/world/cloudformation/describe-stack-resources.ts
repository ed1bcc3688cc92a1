import type {
  DescribeStackResourcesInput,
  DescribeStackResourcesOutput,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { resourceAnswer } from './resource-answer';
import type { StackRecord, StackResourceRecord } from './stack-record';
import { findStack, stackNeed, stacksOf, validationError } from './stacks';

/** Without pages CloudFormation shows a hundred. */
const mostResources = 100;

/** The resources of a stack, or those of the stack that a physical id belongs to. */
export const describeStackResources: Operation<DescribeStackResourcesInput, DescribeStackResourcesOutput> = {
  service: 'cloudformation',
  name: 'DescribeStackResources',
  needs: (input, _world, caller) => stackNeed('DescribeStackResources', caller, input.StackName ?? '*'),
  perform: (world, input, caller) => {
    const stack = input.StackName
      ? findStack(world, caller, input.StackName)
      : stackThatHas(stacksOf(world, caller), input.PhysicalResourceId);
    const wanted = stack.resources.filter(
      ({ logicalId }) => input.LogicalResourceId === undefined || logicalId === input.LogicalResourceId,
    );
    return { StackResources: wanted.slice(0, mostResources).map((resource) => answerOf(stack, resource)) };
  },
};

function stackThatHas(stacks: readonly StackRecord[], physicalId: string | undefined): StackRecord {
  if (physicalId === undefined)
    throw validationError('Either StackName or PhysicalResourceId must be specified');
  const found = stacks.find(({ resources }) => resources.some((each) => each.physicalId === physicalId));
  if (!found) throw validationError(`Stack for ${physicalId} does not exist`);
  return found;
}

const answerOf = (stack: StackRecord, resource: StackResourceRecord) => ({
  StackName: stack.name,
  StackId: stack.id,
  ...resourceAnswer(resource),
  Timestamp: new Date(resource.changedAt),
});
