import type { PutMetricDataCommandInput } from '@aws-sdk/client-cloudwatch';
import { clientOfVersion2 } from './client';

/** Metrics of invocations, durations and failures, in the account of whoever registered the type. */
export const CloudWatch = clientOfVersion2(async ({ region, credentials }) => {
  const { CloudWatchClient, PutMetricDataCommand } = await import('../sdk/cloudwatch');
  const client = new CloudWatchClient({ region, credentials });
  return (_putMetricData, input) => client.send(new PutMetricDataCommand(input as PutMetricDataCommandInput));
});
