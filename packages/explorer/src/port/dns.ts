import type {
  GetChangeResponse,
  GetHostedZoneResponse,
  ListResourceRecordSetsResponse,
  ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import type { Authority, AuthorityAnswer, DnsPort, LookupType, RecordSet } from '@cutover/alias-migration';
import { listRecords } from '@cutover/aws-adapter';
import { authorityAnswer, plainName, type World } from '@cutover/local-aws';
import { unlessAbsent } from './absent';
import type { AskAs } from './callers';
import type { Line } from './line';

const TYPES = ['A', 'AAAA', 'CNAME', 'HTTPS'];

/** Route 53 and the zones' name servers straight on the world. */
export function dnsInProcess(line: Line, world: World, as: AskAs): DnsPort {
  const call = <O>(operation: string, input: object): O =>
    line.call<O>({ service: 'route53', operation, input, caller: as() });
  const setsOf = async (id: string, names: readonly string[], types: readonly string[]) => {
    const found = await listRecords(
      async (input) => call<ListResourceRecordSetsResponse>('ListResourceRecordSets', input),
      id,
      names,
    );
    return found.filter((record): record is RecordSet => types.includes(record.type));
  };
  return {
    findZone: async (id) =>
      unlessAbsent(() => {
        const { HostedZone, DelegationSet } = call<GetHostedZoneResponse>('GetHostedZone', { Id: id });
        return {
          id,
          name: plainName(HostedZone?.Name ?? ''),
          nameServers: DelegationSet?.NameServers ?? [],
          isPrivate: HostedZone?.Config?.PrivateZone ?? false,
        };
      }),

    findRecords: (id, names) => setsOf(id, names, TYPES),
    findTexts: (id, names) => setsOf(id, names, ['TXT']),

    changeRecords: async (id, batch) => {
      const Changes = [
        ...batch.deletes.map((record) => ({ Action: 'DELETE', ResourceRecordSet: setOf(record) })),
        ...batch.upserts.map((record) => ({ Action: 'UPSERT', ResourceRecordSet: setOf(record) })),
      ];
      const input = { HostedZoneId: id, ChangeBatch: { Comment: batch.comment, Changes } };
      const { ChangeInfo } = call<GetChangeResponse>('ChangeResourceRecordSets', input);
      return (ChangeInfo?.Id ?? '').replace('/change/', '');
    },

    isPublished: async (changeId) =>
      call<GetChangeResponse>('GetChange', { Id: changeId }).ChangeInfo?.Status === 'INSYNC',

    findAuthority: async (name) => authorityOf(world, name),

    askAuthority: async (zone, name, type) => {
      const told = authoritativeValues(world, name, type);
      return zone.nameServers.map((nameServer) => ({ nameServer, ...told }));
    },
  };
}

/** NS records from the name upwards, as public DNS delegates; the top-level domain is nobody's. */
function authorityOf(world: World, name: string): Authority | undefined {
  const labels = name.replace(/^\*\./, '').split('.');
  for (let depth = 0; depth < labels.length - 1; depth++) {
    const apex = labels.slice(depth).join('.');
    const { answers } = authorityAnswer(world, apex, 'NS');
    const nameServers = answers.filter((answer) => answer.type === 'NS').map((answer) => answer.data);
    if (nameServers.length > 0) return { name: apex, nameServers: nameServers.sort() };
  }
  return undefined;
}

/** Node's resolver has no question for HTTPS records, and a CNAME is no answer to a question for another type. */
function authoritativeValues(
  world: World,
  name: string,
  type: LookupType,
): Omit<AuthorityAnswer, 'nameServer'> {
  if (type === 'HTTPS') return { values: undefined };
  const answers = authorityAnswer(world, name, type).answers.filter((answer) => answer.type === type);
  const values = answers.map((answer) => answer.data).sort();
  return { values, ...(type === 'CNAME' && answers[0] && { ttlSeconds: answers[0].ttl }) };
}

const setOf = ({ name, type, ttlSeconds, values, aliasTarget }: RecordSet): ResourceRecordSet => ({
  Name: `${name}.`,
  Type: type,
  ...(ttlSeconds !== undefined && { TTL: ttlSeconds }),
  ...(values && { ResourceRecords: values.map((Value) => ({ Value })) }),
  ...(aliasTarget && {
    AliasTarget: {
      HostedZoneId: aliasTarget.hostedZoneId,
      DNSName: `${aliasTarget.dnsName}.`,
      EvaluateTargetHealth: aliasTarget.evaluateTargetHealth,
    },
  }),
});
