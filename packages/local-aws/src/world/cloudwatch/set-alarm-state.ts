import type { SetAlarmStateCommandOutput, SetAlarmStateInput } from '@aws-sdk/client-cloudwatch';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { alarmArn, findAlarm } from './alarms';

const states = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;

/** In AWS the state lasts until the next evaluation of the metric; here, where no metric is, until the next call. */
export const setAlarmState: Operation<SetAlarmStateInput, Omit<SetAlarmStateCommandOutput, '$metadata'>> = {
  service: 'cloudwatch',
  name: 'SetAlarmState',
  needs: (input, _world, caller) => [
    { action: 'cloudwatch:SetAlarmState', resource: alarmArn(caller, input.AlarmName ?? '') },
  ],
  perform: (world, { AlarmName, StateValue, StateReason = '', StateReasonData }, caller) => {
    const value = states.find((state) => state === StateValue);
    if (!value)
      throw new AwsFailure(
        'ValidationError',
        400,
        `1 validation error detected: Value '${StateValue}' at 'stateValue' failed to satisfy constraint: ` +
          `Member must satisfy enum value set: [${[...states].sort().join(', ')}]`,
      );
    const alarm = findAlarm(world, AlarmName, caller);
    world.alarms.set(alarmArn(caller, alarm.name), {
      ...alarm,
      state: {
        value,
        reason: StateReason,
        ...(StateReasonData !== undefined && { reasonData: StateReasonData }),
        updatedAt: world.now,
        changedAt: value === alarm.state.value ? alarm.state.changedAt : world.now,
      },
    });
    return {};
  },
};
