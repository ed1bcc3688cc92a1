import type { PutMetricAlarmCommandOutput, PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { AwsFailure } from '../failure';
import { frozenCopy } from '../frozen';
import type { Operation } from '../operation';
import type { Alarm, World } from '../world';
import { alarmArn } from './alarms';

/**
 * Makes an alarm or writes over one, whose state stays. No metric is modelled: an alarm has INSUFFICIENT_DATA until
 * SetAlarmState says otherwise.
 */
export const putMetricAlarm: Operation<
  PutMetricAlarmInput,
  Omit<PutMetricAlarmCommandOutput, '$metadata'>
> = {
  service: 'cloudwatch',
  name: 'PutMetricAlarm',
  needs: (input, _world, caller) => [
    { action: 'cloudwatch:PutMetricAlarm', resource: alarmArn(caller, input.AlarmName ?? '') },
  ],
  perform: (world, input, caller) => {
    const { AlarmName: name = '', Tags: _, ...config } = input;
    refuse(input);
    const arn = alarmArn(caller, name);
    const { accountId, region } = caller;
    const state = world.alarms.get(arn)?.state ?? unchecked(world);
    world.alarms.set(arn, {
      accountId,
      region,
      name,
      config: frozenCopy(config),
      configuredAt: world.now,
      state,
    });
    return {};
  },
};

const unchecked = ({ now }: World): Alarm['state'] => ({
  value: 'INSUFFICIENT_DATA',
  reason: 'Unchecked: Initial alarm creation',
  updatedAt: now,
  changedAt: now,
});

const operators: readonly (string | undefined)[] = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanThreshold',
  'LessThanOrEqualToThreshold',
  'LessThanLowerOrGreaterThanUpperThreshold',
  'LessThanLowerThreshold',
  'GreaterThanUpperThreshold',
];

function refuse(input: PutMetricAlarmInput): void {
  const oneMetric = ['MetricName', 'Namespace', 'Period'] as const;
  if (!input.Metrics?.length) for (const member of oneMetric) requireMember(input, member);
  requireMember(input, 'EvaluationPeriods');
  requireMember(input, 'ComparisonOperator');
  if (!operators.includes(input.ComparisonOperator))
    throw invalid(
      `Value '${input.ComparisonOperator}' at 'comparisonOperator' failed to satisfy constraint: ` +
        `Member must satisfy enum value set: [${operators.join(', ')}]`,
    );
  if (!input.Metrics?.length && !input.Statistic === !input.ExtendedStatistic)
    throw new AwsFailure(
      'InvalidParameterCombinationException',
      400,
      'An alarm on one metric has either Statistic or ExtendedStatistic.',
    );
}

function requireMember(input: PutMetricAlarmInput, member: keyof PutMetricAlarmInput): void {
  if (input[member] !== undefined) return;
  throw new AwsFailure(
    'MissingRequiredParameterException',
    400,
    `An alarm on a metric needs ${member}; give it, or leave the metric to Metrics.`,
  );
}

const invalid = (message: string): AwsFailure =>
  new AwsFailure('ValidationError', 400, `1 validation error detected: ${message}`);
