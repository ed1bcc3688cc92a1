import type { DeleteAlarmsCommandOutput, DeleteAlarmsInput } from '@aws-sdk/client-cloudwatch';
import type { Operation } from '../operation';
import { alarmArn, findAlarm } from './alarms';

/** "If you specify any incorrect alarm names, no alarms are deleted" (API reference of DeleteAlarms). */
export const deleteAlarms: Operation<DeleteAlarmsInput, Omit<DeleteAlarmsCommandOutput, '$metadata'>> = {
  service: 'cloudwatch',
  name: 'DeleteAlarms',
  needs: (input, _world, caller) =>
    (input.AlarmNames ?? []).map((name) => ({
      action: 'cloudwatch:DeleteAlarms',
      resource: alarmArn(caller, name),
    })),
  perform: (world, { AlarmNames = [] }, caller) => {
    const alarms = AlarmNames.map((name) => findAlarm(world, name, caller));
    for (const { name } of alarms) world.alarms.delete(alarmArn(caller, name));
    return {};
  },
};
