import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  type GetHostedZoneResponse,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import type { DnsPort, RecordBatch, Zone } from '@cutover/alias-migration';
import { type AskAuthority, askAuthority } from './authority';
import { attempt, attemptUnless } from './failures/attempt';
import type { Call } from './failures/read';
import { changesOf, listRecords } from './record-sets';

const call = (operation: string, resource: string): Call => ({ service: 'Route 53', operation, resource });

/** The hosted zone over Route 53's API, its name servers over DNS itself. */
export function dnsPort(client: () => Promise<Route53Client>, ask: AskAuthority = askAuthority()): DnsPort {
  return {
    findZone: (id) =>
      attemptUnless('Absent', call('GetHostedZone', `hosted zone ${id}`), async () =>
        zoneOf(id, await (await client()).send(new GetHostedZoneCommand({ Id: id }))),
      ),

    findRecords: (id, names) =>
      attempt(call('ListResourceRecordSets', `${names.join(', ')} in hosted zone ${id}`), async () =>
        listRecords(await client(), id, names),
      ),

    changeRecords: (id, batch) =>
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

    askAuthority: (zone, name, type) => ask(zone, name, type),
  };
}

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
