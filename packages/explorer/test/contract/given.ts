import { answer, seedCertificate, seedParameter, type World } from '@cutover/local-aws';
import { ACCOUNTS, ALIAS, domainNameOf, SOURCE, TARGET, ZONE } from '../../src/cast';
import { LOUD, MANY, QUIET, ROOT, SEVERAL } from './names';

const parameter =
  (name: string, value: string) =>
  (world: World): void =>
    void seedParameter(world, { accountId: ACCOUNTS.target, region: 'us-east-1', name, value });

/** An alarm of the target's account, as its owner makes it. */
function putAlarm(world: World, arn: string, state: string): void {
  const [, , , region = '', accountId = '', , ...name] = arn.split(':');
  const AlarmName = name.join(':');
  const inputs = {
    PutMetricAlarm: {
      ...{ AlarmName, Namespace: 'AWS/CloudFront', MetricName: '5xxErrorRate', Statistic: 'Average' },
      ...{ Period: 60, EvaluationPeriods: 1, Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' },
    },
    SetAlarmState: { AlarmName, StateValue: state, StateReason: 'because' },
  };
  for (const [operation, input] of Object.entries(inputs))
    answer(world, {
      service: 'cloudwatch',
      operation,
      input,
      caller: { accountId, region },
      actor: 'test',
      into: 0,
    });
}

/** What is different in the world of an ask. */
export const given = {
  'two alarms': (world: World): void => {
    putAlarm(world, LOUD, 'ALARM');
    putAlarm(world, QUIET, 'OK');
  },
  'many parameters': (world: World): void => {
    for (const name of MANY) parameter(name, 'x')(world);
  },
  'a lock that somebody holds': parameter(`${ROOT}/lock/a`, 'somebody'),
  'an imported certificate': (world: World): void => {
    const names = ['B.example.com', '*.b.example.com'];
    seedCertificate(world, { accountId: ACCOUNTS.target, arn: SEVERAL, names });
  },
  'the proof of the name': (world: World): void => {
    const zone = world.hostedZones.get(ZONE);
    const ResourceRecords = [{ Value: `"${domainNameOf(TARGET)}"` }];
    zone?.published.push({ Name: `_${ALIAS}.`, Type: 'TXT', TTL: 60, ResourceRecords });
  },
  /** At every edge too; the record still leads to it. */
  'the source lets its name go': (world: World): void => {
    const source = world.distributions.get(SOURCE);
    if (!source) throw new Error('The world has no source.');
    source.config = { ...source.config, Aliases: { Quantity: 0 } };
    for (const edge of world.edges) {
      const served = edge.serving.get(SOURCE);
      if (served) edge.serving.set(SOURCE, { ...served, config: source.config });
    }
  },
};
