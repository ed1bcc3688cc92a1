import type { Change } from '@aws-sdk/client-route-53';
import { isEqual, type Members } from '../value';
import { changeRecords } from './change';
import type { ResourceProvider } from './provider';
import { recordMembers, recordUnsupported, toRecordSet } from './record-shape';
import { list, record, required, text } from './shape';

const recordShape = record(recordMembers, { unsupported: [...recordUnsupported, 'HostedZoneId'] });
const shape = record(
  { HostedZoneId: required(text), Comment: text, RecordSets: required(list(recordShape)) },
  { unsupported: ['HostedZoneName'] },
);

const recordsOf = (properties: Members): Members[] => properties.RecordSets as Members[];
const changesOf = (action: Change['Action'], records: Members[]): Change[] =>
  records.map((each) => ({ Action: action, ResourceRecordSet: toRecordSet(recordShape, each) }));

/** AWS::Route53::RecordSetGroup: many records in one atomic batch. Ref is a name made from the stack's. */
export const recordSetGroupProvider: ResourceProvider = {
  type: 'AWS::Route53::RecordSetGroup',
  attributes: [],
  createOnly: ['HostedZoneId'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const suffix = context.name('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 12);
    const made = { physicalId: `${context.stackName}-${context.logicalId}-${suffix}`, attributes: {} };
    const changes = changesOf('CREATE', recordsOf(properties));
    await changeRecords(context, String(properties.HostedZoneId), changes, () => context.begun(made));
    return made;
  },

  update: async (context, made, properties, previous) => {
    const without = (records: Members[], others: Members[]): Members[] =>
      records.filter((each) => !others.some((other) => isEqual(each, other)));
    const [next, last] = [recordsOf(properties), recordsOf(previous)];
    await changeRecords(context, String(properties.HostedZoneId), [
      ...changesOf('DELETE', without(last, next)),
      ...changesOf('CREATE', without(next, last)),
    ]);
    return made;
  },

  delete: (context, _made, properties) =>
    changeRecords(context, String(properties.HostedZoneId), changesOf('DELETE', recordsOf(properties))),
};
