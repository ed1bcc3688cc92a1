import {
  type CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type DescribeAlarmsInput,
  type MetricAlarm,
} from '@aws-sdk/client-cloudwatch';
import type { Alarm, AlarmPort } from '@cutover/alias-migration';
import { groupBy } from '@cutover/ground';
import { attempt } from './failures/attempt';

/** DescribeAlarms answers at most so many at once; a template may name fewer. */
const AT_ONCE_MAX = 100;

/** Alarms of CloudWatch, metric and composite ones, in whatever regions they are. */
export function alarmPort(clientIn: (region: string) => Promise<CloudWatchClient>): AlarmPort {
  return {
    findAlarms: async (arns) => {
      const found: Alarm[] = [];
      for (const [region, there] of groupBy(arns, regionOf))
        found.push(...(await describe(clientIn, region, there.map(nameOf))));
      return found.filter(({ arn }) => arns.includes(arn));
    },
  };
}

/** `arn:aws:cloudwatch:{region}:{account}:alarm:{name}`; a name may hold colons itself. */
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
const nameOf = (arn: string): string => arn.split(':').slice(6).join(':');

function describe(
  clientIn: (region: string) => Promise<CloudWatchClient>,
  region: string,
  names: readonly string[],
): Promise<Alarm[]> {
  const resource = `alarms ${names.join(', ')} of ${region}`;
  return attempt({ service: 'CloudWatch', operation: 'DescribeAlarms', resource }, async () => {
    const input: DescribeAlarmsInput = {
      AlarmNames: [...names],
      AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
      MaxRecords: AT_ONCE_MAX,
    };
    const answer = await (await clientIn(region)).send(new DescribeAlarmsCommand(input));
    return [...(answer.MetricAlarms ?? []), ...(answer.CompositeAlarms ?? [])].map(alarmOf);
  });
}

const alarmOf = ({ AlarmArn = '', StateValue, StateReason = '' }: MetricAlarm | CompositeAlarm): Alarm => ({
  arn: AlarmArn,
  state: StateValue ?? 'INSUFFICIENT_DATA',
  reason: StateReason,
});
