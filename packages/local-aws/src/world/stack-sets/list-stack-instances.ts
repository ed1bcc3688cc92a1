import type { ListStackInstancesInput, ListStackInstancesOutput } from '@aws-sdk/client-cloudformation';
import { pageAfter } from '../cloudformation/paging';
import type { Operation } from '../operation';
import { findStackSet, stackSetNeed } from './stack-set';

/** The stacks of a set, and how the last operation on each went. */
export const listStackInstances: Operation<ListStackInstancesInput, ListStackInstancesOutput> = {
  service: 'cloudformation',
  name: 'ListStackInstances',
  needs: stackSetNeed('ListStackInstances'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    const wanted = set.instances.filter(
      ({ region }) => !input.StackInstanceRegion || region === input.StackInstanceRegion,
    );
    const { page, ...more } = pageAfter(
      wanted,
      ({ accountId, region }) => `${accountId}/${region}`,
      input.NextToken,
    );
    return {
      Summaries: page.map((each) => ({
        StackSetId: set.id,
        Account: each.accountId,
        Region: each.region,
        StackId: each.stackId,
        Status: each.status,
        StatusReason: each.statusReason,
        StackInstanceStatus: { DetailedStatus: each.detailedStatus },
        DriftStatus: 'NOT_CHECKED',
        LastOperationId: each.lastOperationId,
      })),
      ...more,
    };
  },
};
