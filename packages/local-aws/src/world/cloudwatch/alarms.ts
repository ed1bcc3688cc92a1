import type { MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { AwsFailure } from '../failure';
import type { Caller } from '../operation';
import type { Alarm, World } from '../world';

export const alarmArn = ({ accountId, region }: Caller, name: string): string =>
  `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;

/** The caller's alarms of his region, by name. */
export const alarmsOf = (world: World, { accountId, region }: Caller): Alarm[] =>
  [...world.alarms.values()]
    .filter((alarm) => alarm.accountId === accountId && alarm.region === region)
    .sort((one, other) => (one.name < other.name ? -1 : 1));

/** @throws AwsFailure ResourceNotFound */
export function findAlarm(world: World, name: string | undefined, caller: Caller): Alarm {
  const alarm = world.alarms.get(alarmArn(caller, name ?? ''));
  if (alarm) return alarm;
  throw new AwsFailure('ResourceNotFound', 404, `The alarm ${name} does not exist.`);
}

/** An alarm as DescribeAlarms answers it. */
export const answerOf = (alarm: Alarm): MetricAlarm => ({
  ...alarm.config,
  AlarmName: alarm.name,
  AlarmArn: alarmArn(alarm, alarm.name),
  AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAt),
  ActionsEnabled: alarm.config.ActionsEnabled ?? true,
  OKActions: alarm.config.OKActions ?? [],
  AlarmActions: alarm.config.AlarmActions ?? [],
  InsufficientDataActions: alarm.config.InsufficientDataActions ?? [],
  Dimensions: alarm.config.Dimensions ?? [],
  StateValue: alarm.state.value,
  StateReason: alarm.state.reason,
  StateReasonData: alarm.state.reasonData,
  StateUpdatedTimestamp: new Date(alarm.state.updatedAt),
  StateTransitionedTimestamp: new Date(alarm.state.changedAt),
});
