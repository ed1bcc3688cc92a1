import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { deleteAlarms } from '../../src/world/cloudwatch/delete-alarms';
import { describeAlarms } from '../../src/world/cloudwatch/describe-alarms';
import { putMetricAlarm } from '../../src/world/cloudwatch/put-metric-alarm';
import { setAlarmState } from '../../src/world/cloudwatch/set-alarm-state';
import type { World } from '../../src/world/world';
import { administrator, bareWorld, startedAt } from '../support/bare-world';
import { refusal } from '../support/refusal';

const alarm: PutMetricAlarmInput = {
  AlarmName: 'errors',
  MetricName: '5xxErrorRate',
  Namespace: 'AWS/CloudFront',
  Statistic: 'Average',
  Period: 60,
  EvaluationPeriods: 1,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanThreshold',
};

const put = (world: World, changes: Partial<PutMetricAlarmInput> = {}) =>
  putMetricAlarm.perform(world, { ...alarm, ...changes }, administrator());

const describeIn = (world: World, input: object = {}, caller = administrator()) =>
  describeAlarms.perform(world, input, caller);

const set = (world: World, StateValue: string, AlarmName = 'errors') =>
  setAlarmState.perform(
    world,
    { AlarmName, StateValue: StateValue as 'OK', StateReason: 'by hand' },
    administrator(),
  );

const namesIn = (world: World, input: object = {}) =>
  describeIn(world, input).MetricAlarms?.map(({ AlarmName }) => AlarmName);

describe('an alarm', () => {
  test('has no data until somebody says what its state is', () => {
    const world = bareWorld();
    put(world);
    expect(describeIn(world).MetricAlarms).toMatchObject([
      {
        ...alarm,
        AlarmArn: 'arn:aws:cloudwatch:us-east-1:111111111111:alarm:errors',
        ActionsEnabled: true,
        StateValue: 'INSUFFICIENT_DATA',
      },
    ]);
    world.now += 1000;
    set(world, 'ALARM');
    world.now += 1000;
    set(world, 'ALARM');
    expect(describeIn(world).MetricAlarms).toMatchObject([
      {
        StateValue: 'ALARM',
        StateReason: 'by hand',
        StateUpdatedTimestamp: new Date(startedAt + 2000),
        StateTransitionedTimestamp: new Date(startedAt + 1000),
      },
    ]);
  });

  test('keeps its state when it is put again', () => {
    const world = bareWorld();
    put(world);
    set(world, 'OK');
    put(world, { Threshold: 5 });
    expect(describeIn(world).MetricAlarms).toMatchObject([{ Threshold: 5, StateValue: 'OK' }]);
  });

  test('is not there in another region or account', () => {
    const world = bareWorld();
    put(world);
    for (const caller of [administrator('222222222222'), administrator('111111111111', 'eu-west-1')])
      expect(describeIn(world, {}, caller).MetricAlarms).toEqual([]);
  });
});

test('alarms are described by name, prefix, state and in pages', () => {
  const world = bareWorld();
  for (const AlarmName of ['b', 'aa', 'ab']) put(world, { AlarmName });
  set(world, 'OK', 'ab');
  expect(namesIn(world)).toEqual(['aa', 'ab', 'b']);
  expect(namesIn(world, { AlarmNames: ['b', 'nobody'] })).toEqual(['b']);
  expect(namesIn(world, { AlarmNamePrefix: 'a' })).toEqual(['aa', 'ab']);
  expect(namesIn(world, { StateValue: 'OK' })).toEqual(['ab']);
  const { NextToken } = describeIn(world, { MaxRecords: 2 });
  expect(namesIn(world, { MaxRecords: 2, NextToken })).toEqual(['b']);
});

test('of several alarms all are deleted or none', () => {
  const world = bareWorld();
  put(world);
  const remove = (...AlarmNames: string[]) => deleteAlarms.perform(world, { AlarmNames }, administrator());
  expect(refusal(() => remove('errors', 'nobody'))).toMatch(/^ResourceNotFound 404/);
  expect(namesIn(world)).toEqual(['errors']);
  remove('errors');
  expect(namesIn(world)).toEqual([]);
});

describe('what is refused', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'an alarm without a metric',
      () => put(bareWorld(), { MetricName: undefined }),
      /^MissingRequiredParameterException 400: .*MetricName/,
    ],
    [
      'an alarm without a statistic',
      () => put(bareWorld(), { Statistic: undefined }),
      /^InvalidParameterCombinationException 400/,
    ],
    [
      'a comparison that there is not',
      () => put(bareWorld(), { ComparisonOperator: 'Above' as never }),
      /^ValidationError 400: .*enum value set/,
    ],
    ['the state of no alarm', () => set(bareWorld(), 'OK'), /^ResourceNotFound 404/],
    [
      'a state that there is not',
      () => set(bareWorld(), 'SICK'),
      /^ValidationError 400: .*\[ALARM, INSUFFICIENT_DATA, OK\]/,
    ],
    [
      'names beside a prefix',
      () => describeIn(bareWorld(), { AlarmNames: ['a'], AlarmNamePrefix: 'a' }),
      /^ValidationError 400/,
    ],
    ['a token of nobody', () => describeIn(bareWorld(), { NextToken: 'x' }), /^InvalidNextToken 400/],
  ])('%s', (_, call, expected) => {
    expect(refusal(call)).toMatch(expected);
  });
});
