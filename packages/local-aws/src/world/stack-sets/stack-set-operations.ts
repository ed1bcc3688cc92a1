import type {
  DescribeStackSetOperationInput,
  DescribeStackSetOperationOutput,
  ListStackSetOperationResultsInput,
  ListStackSetOperationResultsOutput,
  ListStackSetOperationsInput,
  ListStackSetOperationsOutput,
} from '@aws-sdk/client-cloudformation';
import { pageAfter } from '../cloudformation/paging';
import { AwsFailure } from '../failure';
import type { Caller, Operation } from '../operation';
import type { World } from '../world';
import type { StackSetOperationRecord } from './record';
import { findStackSet, stackSetNeed } from './stack-set';

const answerOf = (operation: StackSetOperationRecord) => ({
  OperationId: operation.id,
  Action: operation.action,
  Status: operation.status,
  StatusReason: operation.statusReason,
  CreationTimestamp: new Date(operation.createdAt),
  ...(operation.endedAt !== undefined && { EndTimestamp: new Date(operation.endedAt) }),
});

function findOperation(
  world: World,
  caller: Caller,
  { StackSetName, OperationId }: DescribeStackSetOperationInput,
): StackSetOperationRecord {
  const { operations } = findStackSet(world, caller, StackSetName);
  const found = operations.find(({ id }) => id === OperationId);
  if (!found) throw new AwsFailure('OperationNotFoundException', 404, `Operation ${OperationId} not found`);
  return found;
}

export const describeStackSetOperation: Operation<
  DescribeStackSetOperationInput,
  DescribeStackSetOperationOutput
> = {
  service: 'cloudformation',
  name: 'DescribeStackSetOperation',
  needs: stackSetNeed('DescribeStackSetOperation'),
  perform: (world, input, caller) => ({ StackSetOperation: answerOf(findOperation(world, caller, input)) }),
};

/** The operations of a set, the newest first. */
export const listStackSetOperations: Operation<ListStackSetOperationsInput, ListStackSetOperationsOutput> = {
  service: 'cloudformation',
  name: 'ListStackSetOperations',
  needs: stackSetNeed('ListStackSetOperations'),
  perform: (world, input, caller) => {
    const newestFirst = findStackSet(world, caller, input.StackSetName).operations.toReversed();
    const { page, ...more } = pageAfter(newestFirst, ({ id }) => id, input.NextToken);
    return { Summaries: page.map(answerOf), ...more };
  },
};

/** What came of an operation, region by region: one that is called SUCCEEDED may have failed within its tolerance. */
export const listStackSetOperationResults: Operation<
  ListStackSetOperationResultsInput,
  ListStackSetOperationResultsOutput
> = {
  service: 'cloudformation',
  name: 'ListStackSetOperationResults',
  needs: stackSetNeed('ListStackSetOperationResults'),
  perform: (world, input, caller) => {
    const { results } = findOperation(world, caller, input);
    const { page, ...more } = pageAfter(
      results,
      ({ accountId, region }) => `${accountId}/${region}`,
      input.NextToken,
    );
    return {
      Summaries: page.map(({ accountId, region, status, statusReason }) => ({
        Account: accountId,
        Region: region,
        Status: status,
        StatusReason: statusReason,
      })),
      ...more,
    };
  },
};
