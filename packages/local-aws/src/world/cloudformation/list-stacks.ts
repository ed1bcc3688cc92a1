import type { ListStacksInput, ListStacksOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { pageAfter } from './paging';
import { stacksOf } from './stacks';

/** All stacks, the deleted ones too, the newest first. */
export const listStacks: Operation<ListStacksInput, ListStacksOutput> = {
  service: 'cloudformation',
  name: 'ListStacks',
  needs: () => [{ action: 'cloudformation:ListStacks', resource: '*' }],
  perform: (world, input, caller) => {
    const wanted = stacksOf(world, caller).filter(
      ({ status }) => !input.StackStatusFilter?.length || input.StackStatusFilter.includes(status),
    );
    const { page, ...more } = pageAfter(wanted.toReversed(), ({ id }) => id, input.NextToken);
    return {
      StackSummaries: page.map((stack) => ({
        StackId: stack.id,
        StackName: stack.name,
        ...(stack.description !== undefined && { TemplateDescription: stack.description }),
        CreationTime: new Date(stack.createdAt),
        ...(stack.updatedAt !== undefined && { LastUpdatedTime: new Date(stack.updatedAt) }),
        ...(stack.deletedAt !== undefined && { DeletionTime: new Date(stack.deletedAt) }),
        StackStatus: stack.status,
        ...(stack.statusReason !== undefined && { StackStatusReason: stack.statusReason }),
        ...(stack.parentId !== undefined && { ParentId: stack.parentId }),
        DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
      })),
      ...more,
    };
  },
};
