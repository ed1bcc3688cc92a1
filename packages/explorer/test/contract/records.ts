import type { Ports, RecordSet } from '@cutover/alias-migration';
import { ALIAS, domainNameOf, SOURCE, TARGET, ZONE } from '../../src/cast';
import { type Ask, troubles } from './ask';

const record: RecordSet = {
  name: ALIAS,
  type: 'CNAME',
  ttlSeconds: 60,
  values: [domainNameOf(SOURCE)],
};
const toTarget: RecordSet = { ...record, values: [domainNameOf(TARGET)] };
const wildcardAlias: RecordSet = {
  name: '*.example.com',
  type: 'A',
  aliasTarget: {
    hostedZoneId: 'Z2FDTNDATAQYW2',
    dnsName: domainNameOf(TARGET),
    evaluateTargetHealth: false,
  },
};
const text: RecordSet = {
  name: '_*.example.com',
  type: 'TXT',
  ttlSeconds: 60,
  values: ['"d1.cloudfront.net"', '"d2.cloudfront.net"'],
};
const upsert =
  (...upserts: RecordSet[]) =>
  (ports: Ports): Promise<string> =>
    ports.dns.changeRecords(ZONE, { comment: 'the move', upserts, deletes: [] });

export const records: Ask[] = [
  { name: 'a zone that is there', ask: (ports) => ports.dns.findZone(ZONE) },
  { name: 'a zone that is nowhere', ask: (ports) => ports.dns.findZone('ZNOWHERE') },
  { name: 'the records of a name', ask: (ports) => ports.dns.findRecords(ZONE, [ALIAS, 'none.example.com']) },
  {
    name: 'records in a zone that is nowhere',
    ask: (ports) => ports.dns.findRecords('ZNOWHERE', [ALIAS]),
    fails: 'Absent',
  },
  { name: 'a record that leads elsewhere from now on', ask: upsert(toTarget) },
  {
    name: 'a wildcard ALIAS, written and read back',
    ask: async (ports) => {
      await upsert(wildcardAlias)(ports);
      return ports.dns.findRecords(ZONE, ['*.example.com']);
    },
  },
  {
    name: 'a TXT record, written, read back and taken away',
    ask: async (ports) => {
      await upsert(text)(ports);
      const found = await ports.dns.findTexts(ZONE, [text.name, ALIAS]);
      await ports.dns.changeRecords(ZONE, { comment: '', upserts: [], deletes: found });
      return { found, left: await ports.dns.findTexts(ZONE, [text.name]) };
    },
  },
  {
    name: 'a CNAME that makes way for an ALIAS in one batch',
    ask: (ports) =>
      ports.dns.changeRecords(ZONE, {
        comment: '',
        deletes: [record],
        upserts: [{ ...wildcardAlias, name: ALIAS }],
      }),
  },
  {
    name: 'deleting what is not there any more',
    ask: (ports) => ports.dns.changeRecords(ZONE, { comment: '', upserts: [], deletes: [toTarget] }),
    fails: 'Stale',
  },
  {
    name: 'a change that is not published yet',
    ask: async (ports) => ports.dns.isPublished(await upsert(toTarget)(ports)),
  },
  {
    name: 'a change that nobody made',
    ask: (ports) => ports.dns.isPublished('C0000000000'),
    fails: 'Absent',
  },
  { name: 'a change by a role that may not', asNobody: true, ask: upsert(toTarget), fails: 'Denied' },
  ...troubles('route53.GetHostedZone', (ports) => ports.dns.findZone(ZONE), ['lost']),
  ...troubles('route53.ListResourceRecordSets', (ports) => ports.dns.findRecords(ZONE, [ALIAS]), ['lost']),
  ...troubles('route53.ChangeResourceRecordSets', upsert(toTarget)),
];
