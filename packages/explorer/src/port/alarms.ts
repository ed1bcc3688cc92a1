import type { DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import type { AlarmPort } from '@cutover/alias-migration';
import type { AskAs } from './callers';
import type { Line } from './line';

/** An ARN without the name: the alarms of one region and account. */
const placeOf = (arn: string): string => arn.split(':').slice(0, 6).join(':');
const nameOf = (arn: string): string => arn.split(':').slice(6).join(':');

export const alarmsInProcess = (line: Line, as: AskAs): AlarmPort => ({
  findAlarms: async (arns) =>
    [...new Set(arns.map(placeOf))].flatMap((place) => {
      const input = {
        AlarmNames: arns.filter((arn) => placeOf(arn) === place).map(nameOf),
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        MaxRecords: 100,
      };
      const caller = { ...as(), region: place.split(':')[3] ?? '' };
      const { MetricAlarms = [] } = line.call<DescribeAlarmsOutput>({
        service: 'cloudwatch',
        operation: 'DescribeAlarms',
        input,
        caller,
      });
      return MetricAlarms.map(({ AlarmArn = '', StateValue, StateReason = '' }) => ({
        arn: AlarmArn,
        state: StateValue ?? 'INSUFFICIENT_DATA',
        reason: StateReason,
      })).filter(({ arn }) => arns.includes(arn));
    }),
});
