import type { PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { clientOfVersion2, pick } from './client';

/** All of them can be made and sent alike; the types of their inputs are the runtime library's affair. */
type CommandClass = new (input: object) => PutLogEventsCommand;

/** The log group that a LoggingConfig names. */
export const CloudWatchLogs = clientOfVersion2(async ({ region, credentials }) => {
  const sdk = await import('../sdk/cloudwatch-logs');
  const client = new sdk.CloudWatchLogsClient({ region, credentials });
  const commands: Readonly<Record<string, unknown>> = {
    createLogGroup: sdk.CreateLogGroupCommand,
    createLogStream: sdk.CreateLogStreamCommand,
    describeLogGroups: sdk.DescribeLogGroupsCommand,
    describeLogStreams: sdk.DescribeLogStreamsCommand,
    putLogEvents: sdk.PutLogEventsCommand,
  };
  return (operation, input, headers) => {
    const command = new (pick(commands, operation) as CommandClass)(input);
    command.middlewareStack.add(
      (next) => (step) => {
        Object.assign((step.request as { readonly headers: object }).headers, headers);
        return next(step);
      },
      { step: 'build' },
    );
    return client.send(command);
  };
});
