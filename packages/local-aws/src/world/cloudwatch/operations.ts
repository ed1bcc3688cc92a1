import type { Operation } from '../operation';
import { deleteAlarms } from './delete-alarms';
import { describeAlarms } from './describe-alarms';
import { putMetricAlarm } from './put-metric-alarm';
import { setAlarmState } from './set-alarm-state';

export const cloudWatchOperations: Operation[] = [
  deleteAlarms,
  describeAlarms,
  putMetricAlarm,
  setAlarmState,
];
