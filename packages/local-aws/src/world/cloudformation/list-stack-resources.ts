import type { ListStackResourcesInput, ListStackResourcesOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { pageAfter } from './paging';
import { resourceAnswer } from './resource-answer';
import { findStack, stackNeed } from './stacks';

/** All resources of a stack, page by page. */
export const listStackResources: Operation<ListStackResourcesInput, ListStackResourcesOutput> = {
  service: 'cloudformation',
  name: 'ListStackResources',
  needs: (input, _world, caller) => stackNeed('ListStackResources', caller, input.StackName),
  perform: (world, input, caller) => {
    const { resources } = findStack(world, caller, input.StackName);
    const { page, ...more } = pageAfter(resources, ({ logicalId }) => logicalId, input.NextToken);
    return {
      StackResourceSummaries: page.map((resource) => ({
        ...resourceAnswer(resource),
        LastUpdatedTimestamp: new Date(resource.changedAt),
      })),
      ...more,
    };
  },
};
