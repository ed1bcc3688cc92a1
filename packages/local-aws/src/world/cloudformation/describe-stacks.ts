import type { DescribeStacksInput, DescribeStacksOutput, Stack } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { pageAfter } from './paging';
import type { StackRecord } from './stack-record';
import { findStack, stackNeed, stacksOf } from './stacks';

/** One stack by name or id, or all that exist, the newest first. */
export const describeStacks: Operation<DescribeStacksInput, DescribeStacksOutput> = {
  service: 'cloudformation',
  name: 'DescribeStacks',
  needs: (input, _world, caller) => stackNeed('DescribeStacks', caller, input.StackName ?? '*'),
  perform: (world, input, caller) => {
    if (input.StackName) return { Stacks: [stackAnswer(findStack(world, caller, input.StackName))] };
    const existing = stacksOf(world, caller).filter(({ status }) => status !== 'DELETE_COMPLETE');
    const { page, ...more } = pageAfter(existing.toReversed(), ({ id }) => id, input.NextToken);
    return { Stacks: page.map(stackAnswer), ...more };
  },
};

const stackAnswer = (stack: StackRecord): Stack => ({
  StackId: stack.id,
  StackName: stack.name,
  ...(stack.description !== undefined && { Description: stack.description }),
  Parameters: stack.parameters.map(({ key, value, resolvedValue }) => ({
    ParameterKey: key,
    ParameterValue: value,
    ...(resolvedValue !== undefined && { ResolvedValue: resolvedValue }),
  })),
  CreationTime: new Date(stack.createdAt),
  ...(stack.updatedAt !== undefined && { LastUpdatedTime: new Date(stack.updatedAt) }),
  ...(stack.deletedAt !== undefined && { DeletionTime: new Date(stack.deletedAt) }),
  RollbackConfiguration: {},
  StackStatus: stack.status,
  ...(stack.statusReason !== undefined && { StackStatusReason: stack.statusReason }),
  DisableRollback: stack.disableRollback,
  NotificationARNs: [],
  Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
    OutputKey: key,
    OutputValue: value,
    ...(description !== undefined && { Description: description }),
    ...(exportName !== undefined && { ExportName: exportName }),
  })),
  Tags: [],
  EnableTerminationProtection: false,
  ...(stack.parentId !== undefined && { ParentId: stack.parentId }),
  DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
});
