import type { DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import { AwsFailure } from '../../world/failure';
import type { Members } from '../value';
import { generatedName } from './names';
import type { ResourceContext, ResourceProvider } from './provider';
import { flag, list, number, record, required, text, whole } from './shape';

const dimensions = list(record({ Name: required(text), Value: required(text) }));

const metricStat = record({
  Metric: required(record({ Dimensions: dimensions, MetricName: text, Namespace: text })),
  Period: required(whole),
  Stat: required(text),
  Unit: text,
});

const query = record({
  Id: required(text),
  AccountId: text,
  Expression: text,
  Label: text,
  MetricStat: metricStat,
  Period: whole,
  ReturnData: flag,
});

/** Written alike in templates and in the API. */
const shape = record(
  {
    AlarmName: text,
    AlarmDescription: text,
    ActionsEnabled: flag,
    AlarmActions: list(text),
    InsufficientDataActions: list(text),
    OKActions: list(text),
    ComparisonOperator: required(text),
    DatapointsToAlarm: whole,
    Dimensions: dimensions,
    EvaluateLowSampleCountPercentile: text,
    EvaluationPeriods: required(whole),
    ExtendedStatistic: text,
    MetricName: text,
    Metrics: list(query),
    Namespace: text,
    Period: whole,
    Statistic: text,
    Threshold: number,
    ThresholdMetricId: text,
    TreatMissingData: text,
    Unit: text,
  },
  { unsupported: ['Tags'] },
);

/** AWS::CloudWatch::Alarm. Ref is the name. Its state is set by SetAlarmState: no metric is modelled. */
export const alarmProvider: ResourceProvider = {
  type: 'AWS::CloudWatch::Alarm',
  attributes: ['Arn'],
  createOnly: ['AlarmName'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const { AlarmName: name = generatedName(context, 255) } = shape.toApi(properties) as {
      AlarmName?: string;
    };
    await put(context, name, properties);
    const { MetricAlarms } = await context.call<DescribeAlarmsOutput>('cloudwatch', 'DescribeAlarms', {
      AlarmNames: [name],
    });
    return { physicalId: name, attributes: { Arn: MetricAlarms?.[0]?.AlarmArn ?? '' } };
  },

  update: async (context, made, properties) => {
    await put(context, made.physicalId, properties);
    return made;
  },

  delete: async (context, { physicalId }) => {
    try {
      await context.call('cloudwatch', 'DeleteAlarms', { AlarmNames: [physicalId] });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'ResourceNotFound')) throw error;
    }
  },
};

const put = (context: ResourceContext, AlarmName: string, properties: Members): Promise<unknown> =>
  context.call('cloudwatch', 'PutMetricAlarm', { ...(shape.toApi(properties) as object), AlarmName });
