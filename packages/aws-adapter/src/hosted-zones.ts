import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  type GetHostedZoneResponse,
  ListResourceRecordSetsCommand,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import type { Zone } from '@cutover/alias-migration';
import type { RecordBatch, ResourceRecord } from '@cutover/redirect-site';
import { attempt, attemptUnless } from './failures/attempt';
import type { Call } from './failures/read';
import { changesOf, type ListPage, listRecords } from './record-sets';

const call = (operation: string, resource: string): Call => ({ service: 'Route 53', operation, resource });

/** Hosted zones and their record sets, of all types. */
export interface HostedZones {
  find(id: string): Promise<Zone | undefined>;
  /** Record sets of exactly these names, sorted by name, then type. */
  records(id: string, names: readonly string[]): Promise<ResourceRecord[]>;
  /** One atomic batch. @returns the change's id */
  change(id: string, batch: RecordBatch): Promise<string>;
  /** GetChange: INSYNC. */
  isPublished(changeId: string): Promise<boolean>;
}

export function hostedZones(client: () => Promise<Route53Client>): HostedZones {
  return {
    find: (id) =>
      attemptUnless('Absent', call('GetHostedZone', `hosted zone ${id}`), async () =>
        zoneOf(id, await (await client()).send(new GetHostedZoneCommand({ Id: id }))),
      ),

    records: (id, names) =>
      attempt(call('ListResourceRecordSets', `${names.join(', ')} in hosted zone ${id}`), async () =>
        listRecords(pageOf(await client()), id, names),
      ),

    change: (id, batch) =>
      attempt(call('ChangeResourceRecordSets', `${namesOf(batch)} in hosted zone ${id}`), async () => {
        const command = new ChangeResourceRecordSetsCommand({
          HostedZoneId: id,
          ChangeBatch: { Comment: batch.comment, Changes: changesOf(batch) },
        });
        const { ChangeInfo } = await (await client()).send(command);
        return (ChangeInfo?.Id ?? '').replace(/^\/change\//, '');
      }),

    isPublished: (changeId) =>
      attempt(call('GetChange', `change ${changeId}`), async () => {
        const { ChangeInfo } = await (await client()).send(new GetChangeCommand({ Id: changeId }));
        return ChangeInfo?.Status === 'INSYNC';
      }),
  };
}

const pageOf =
  (client: Route53Client): ListPage =>
  (input) =>
    client.send(new ListResourceRecordSetsCommand(input));

const namesOf = (batch: RecordBatch): string =>
  [...new Set([...batch.deletes, ...batch.upserts].map((record) => record.name))].join(', ');

function zoneOf(id: string, answer: GetHostedZoneResponse): Zone {
  return {
    id,
    name: (answer.HostedZone?.Name ?? '').replace(/\.$/, '').toLowerCase(),
    nameServers: answer.DelegationSet?.NameServers ?? [],
    isPrivate: answer.HostedZone?.Config?.PrivateZone ?? false,
  };
}
