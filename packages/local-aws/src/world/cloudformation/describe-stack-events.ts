import type {
  DescribeStackEventsInput,
  DescribeStackEventsOutput,
  ResourceStatus,
  StackEvent,
} from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { pageAfter } from './paging';
import type { StackRecord } from './stack-record';
import { findStack, stackNeed } from './stacks';

/** A stack's events, the newest first. */
export const describeStackEvents: Operation<DescribeStackEventsInput, DescribeStackEventsOutput> = {
  service: 'cloudformation',
  name: 'DescribeStackEvents',
  needs: (input, _world, caller) => stackNeed('DescribeStackEvents', caller, input.StackName),
  perform: (world, input, caller) => {
    const stack = findStack(world, caller, input.StackName, (given) => `Stack [${given}] does not exist`);
    const newestFirst = eventAnswers(stack).reverse();
    const { page, ...more } = pageAfter(newestFirst, ({ EventId }) => EventId!, input.NextToken);
    return { StackEvents: [...page], ...more };
  },
};

const eventAnswers = (stack: StackRecord): StackEvent[] =>
  stack.events.map((event, n) => ({
    StackId: stack.id,
    StackName: stack.name,
    // A resource may say the same thing twice at one instant; the number keeps the two apart.
    EventId: `${event.logicalId}-${event.status}-${new Date(event.at).toISOString()}-${n}`,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId ?? '',
    ResourceType: event.type,
    Timestamp: new Date(event.at),
    // The model has the words of resources only; a stack's own events say UPDATE_COMPLETE_CLEANUP_IN_PROGRESS too.
    ResourceStatus: event.status as ResourceStatus,
    ...(event.statusReason !== undefined && { ResourceStatusReason: event.statusReason }),
  }));
