import type { Change } from '@aws-sdk/client-route-53';
import type { Members } from '../value';
import { changeRecords } from './change';
import type { ResourceProvider } from './provider';
import { recordMembers, recordUnsupported, toRecordSet } from './record-shape';
import { record, required, text } from './shape';

const shape = record(
  { HostedZoneId: required(text), Comment: text, ...recordMembers },
  { unsupported: recordUnsupported },
);

const change = (action: Change['Action'], properties: Members): Change => ({
  Action: action,
  ResourceRecordSet: toRecordSet(shape, properties),
});

const zoneOf = (properties: Members): string => String(properties.HostedZoneId);

/** AWS::Route53::RecordSet. Ref is the domain name. */
export const recordSetProvider: ResourceProvider = {
  type: 'AWS::Route53::RecordSet',
  attributes: [],
  createOnly: ['Name', 'HostedZoneId'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    // CREATE, not UPSERT: a record that somebody else made is never taken over.
    const made = { physicalId: String(properties.Name), attributes: {} };
    const changes = [change('CREATE', properties)];
    await changeRecords(context, zoneOf(properties), changes, () => context.begun(made));
    return made;
  },

  update: async (context, made, properties, previous) => {
    const changes =
      properties.Type === previous.Type
        ? [change('UPSERT', properties)]
        : [change('DELETE', previous), change('CREATE', properties)];
    await changeRecords(context, zoneOf(properties), changes);
    return made;
  },

  delete: (context, _made, properties) =>
    changeRecords(context, zoneOf(properties), [change('DELETE', properties)]),
};
