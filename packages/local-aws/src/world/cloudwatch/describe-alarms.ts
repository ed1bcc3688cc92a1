import type { DescribeAlarmsInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import type { Alarm } from '../world';
import { alarmArn, alarmsOf, answerOf } from './alarms';

const mostRecords = 100;
const usualRecords = 50;

/** A name that no alarm has is left out of the answer without a word. */
export const describeAlarms: Operation<DescribeAlarmsInput, DescribeAlarmsOutput> = {
  service: 'cloudwatch',
  name: 'DescribeAlarms',
  needs: (_input, _world, caller) => [
    { action: 'cloudwatch:DescribeAlarms', resource: alarmArn(caller, '*') },
  ],
  perform: (world, input, caller) => {
    if (input.AlarmNames?.length && input.AlarmNamePrefix !== undefined)
      throw new AwsFailure('ValidationError', 400, 'AlarmNamePrefix and AlarmNames cannot be used together');
    const kinds = input.AlarmTypes ?? ['MetricAlarm'];
    const wanted = kinds.includes('MetricAlarm') ? alarmsOf(world, caller).filter(isWanted(input)) : [];
    const start = input.NextToken ? wanted.findIndex(({ name }) => name === input.NextToken) : 0;
    if (start < 0)
      throw new AwsFailure('InvalidNextToken', 400, 'The NextToken is not one that DescribeAlarms gave.');
    const limit = Math.min(input.MaxRecords ?? usualRecords, mostRecords);
    const next = wanted[start + limit];
    return {
      MetricAlarms: wanted.slice(start, start + limit).map(answerOf),
      CompositeAlarms: [],
      ...(next && { NextToken: next.name }),
    };
  },
};

const isWanted =
  ({ AlarmNames, AlarmNamePrefix = '', StateValue, ActionPrefix }: DescribeAlarmsInput) =>
  ({ name, state, config }: Alarm): boolean =>
    (!AlarmNames?.length || AlarmNames.includes(name)) &&
    name.startsWith(AlarmNamePrefix) &&
    (StateValue === undefined || state.value === StateValue) &&
    (ActionPrefix === undefined ||
      (config.AlarmActions ?? []).some((action) => action.startsWith(ActionPrefix)));
