import { type CloudFormationClient, DescribeStackEventsCommand } from '@aws-sdk/client-cloudformation';

/** One line of a stack's history. */
export interface StackEvent {
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly logicalId: string;
  readonly type: string;
  readonly status: string;
  readonly reason: string;
}

/** Oldest first. AWS answers the newest first, so that only pages with something new are asked for. */
export async function eventsOf(
  client: CloudFormationClient,
  stackId: string,
  after: string | undefined,
): Promise<StackEvent[]> {
  const found: StackEvent[] = [];
  for (let token: string | undefined; ; ) {
    const command: DescribeStackEventsCommand = new DescribeStackEventsCommand({
      StackName: stackId,
      NextToken: token,
    });
    const { StackEvents = [], NextToken } = await client.send(command);
    for (const event of StackEvents) {
      if (after !== undefined && event.EventId === after) return found.reverse();
      found.push({
        id: event.EventId ?? '',
        at: event.Timestamp?.toISOString() ?? '',
        logicalId: event.LogicalResourceId ?? '',
        type: event.ResourceType ?? '',
        status: event.ResourceStatus ?? '',
        reason: event.ResourceStatusReason ?? '',
      });
    }
    token = NextToken || undefined;
    if (token === undefined) return found.reverse();
  }
}
