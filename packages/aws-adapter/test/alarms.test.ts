import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { alarmPort } from '../src/alarms';

const LOUD = 'arn:aws:cloudwatch:eu-west-1:310123456789:alarm:errors: viewers';

/** CloudWatch in each region, and whom it was asked about. */
function cloudWatch(answers: Record<string, object>) {
  const asked: Record<string, unknown> = {};
  const clientIn = async (region: string) =>
    ({
      send: async ({ input }: { input: object }) => {
        asked[region] = input;
        return answers[region];
      },
    }) as unknown as CloudWatchClient;
  return { asked, port: alarmPort(clientIn) };
}

test('each region is asked once for its names, which may hold colons', async () => {
  const { asked, port } = cloudWatch({
    'eu-west-1': { MetricAlarms: [{ AlarmArn: LOUD, StateValue: 'ALARM', StateReason: 'because' }] },
    'us-east-1': { CompositeAlarms: [{ AlarmArn: `${LOUD}2`, StateValue: 'OK' }] },
  });
  const found = await port.findAlarms([LOUD, 'arn:aws:cloudwatch:us-east-1:310123456789:alarm:all']);
  expect(asked).toMatchObject({
    'eu-west-1': { AlarmNames: ['errors: viewers'], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] },
    'us-east-1': { AlarmNames: ['all'] },
  });
  // An alarm of the same name in another account is not the one that was meant.
  expect(found).toEqual([{ arn: LOUD, state: 'ALARM', reason: 'because' }]);
});
