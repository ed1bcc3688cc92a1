import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { source, type Walk } from './walk';

const defaultNamespace = 'com.amazonaws.cloudwatch';
const version = '2010-08-01';

/** What clients of different years speak to CloudWatch; undefined: what this one does by itself, JSON 1.0. */
const protocols = {
  'what the client prefers': undefined,
  CBOR: new SmithyRpcV2CborProtocol({ defaultNamespace }),
  Query: new AwsQueryProtocol({
    defaultNamespace,
    version,
    xmlNamespace: `http://monitoring.amazonaws.com/doc/${version}/`,
  }),
};

/** Alarms, in each of the three protocols. */
export function walkCloudWatch(walk: Walk): void {
  const clientIn = (name: keyof typeof protocols) =>
    new cloudwatch.CloudWatchClient({
      endpoint: `http://127.0.0.1:${walk.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: source, secretAccessKey: 'any' },
      maxAttempts: 1,
      ...(protocols[name] && { protocol: protocols[name] as never }),
    });

  test.each(Object.keys(protocols) as (keyof typeof protocols)[])('alarms, in %s', async (name) => {
    const client = clientIn(name);
    const alarm = {
      AlarmName: `errors ${name}`,
      MetricName: '5xxErrorRate',
      Namespace: 'AWS/CloudFront',
      Dimensions: [{ Name: 'DistributionId', Value: 'E1111111SOURCE' }],
      Statistic: 'Average' as const,
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 0.5,
      ComparisonOperator: 'GreaterThanThreshold' as const,
    };
    await client.send(new cloudwatch.PutMetricAlarmCommand(alarm));
    const read = async () =>
      (await client.send(new cloudwatch.DescribeAlarmsCommand({ AlarmNames: [alarm.AlarmName] })))
        .MetricAlarms?.[0];
    expect(await read()).toMatchObject({
      ...alarm,
      StateValue: 'INSUFFICIENT_DATA',
      StateUpdatedTimestamp: expect.any(Date),
    });
    const state = { AlarmName: alarm.AlarmName, StateValue: 'ALARM' as const, StateReason: 'sick' };
    await client.send(new cloudwatch.SetAlarmStateCommand(state));
    expect(await read()).toMatchObject({ StateValue: 'ALARM', StateReason: 'sick' });
    await client.send(new cloudwatch.DeleteAlarmsCommand({ AlarmNames: [alarm.AlarmName] }));
    expect(await read()).toBeUndefined();
    await expect(client.send(new cloudwatch.SetAlarmStateCommand(state))).rejects.toBeInstanceOf(
      cloudwatch.ResourceNotFound,
    );
    client.destroy();
  });
}
