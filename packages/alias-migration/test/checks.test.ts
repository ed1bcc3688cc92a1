import { type Migration, type Observed, plan } from '../src';
import {
  ALARM,
  acm,
  aJournal,
  alarmed,
  alarmIn,
  aMigration,
  answering,
  aSource,
  aTarget,
  aWorld,
  NOW,
  recordsTo,
  recordsToSource,
} from './builder';
import { lacksOf } from './told';

interface Row {
  readonly refused: string;
  readonly migration?: Partial<Migration>;
  readonly world?: Partial<Observed>;
  /** Property, fact found and way out must all be in the message. */
  readonly says: readonly string[];
  readonly code?: string;
}

const inOneAccount: Partial<Migration> = {
  strategy: 'ATOMIC',
  source: { distributionId: 'E1111111SOURCE', accountId: '310123456789' },
  target: { distributionId: 'E2222222TARGET' },
};
const apexRecord = { ...recordsToSource[1]!, name: 'example.com' };

const rows: Row[] = [
  {
    refused: 'a status that the source does not give, with nothing to tell who answers',
    migration: { verification: { path: '/new', expectStatus: 200, minConsecutive: 1, bakeMinutes: 0 } },
    world: { viewers: answering(404) },
    says: ['Verification.ExpectStatus', '/new', '404', 'Verification.ExpectHeader'],
  },
  {
    refused: 'an alarm that is not there',
    migration: alarmed,
    says: ['Verification.AlarmArns', ALARM, 'does not exist'],
  },
  {
    refused: 'an alarm that rings before anything has moved',
    migration: alarmed,
    world: { alarms: alarmIn('ALARM') },
    says: ['Verification.AlarmArns', ALARM, 'too many errors', 'Mend its cause'],
  },
  {
    refused: 'a target that is not there',
    world: { target: undefined },
    says: ['Target.DistributionId', 'E2222222TARGET', 'Correct the id'],
  },
  {
    refused: 'a source that is not there',
    world: { source: undefined },
    says: ['Source.DistributionId', 'account 636696000000'],
  },
  {
    refused: 'a target that is the source',
    world: { target: aSource() },
    says: ['Target.DistributionId', 'is the source too'],
  },
  {
    refused: 'a staging distribution',
    world: { target: aTarget({ staging: true }) },
    says: ['Target.DistributionId', 'staging'],
  },
  {
    refused: 'a multi-tenant distribution',
    world: { source: aSource({ tenantOnly: true }) },
    says: ['Source.DistributionId', 'multi-tenant'],
  },
  {
    refused: 'a disabled target',
    world: { target: aTarget({ enabled: false }) },
    says: ['is disabled', 'Enable it'],
  },
  {
    refused: 'ATOMIC across accounts',
    migration: { strategy: 'ATOMIC' },
    says: ['Strategy', '636696000000', 'Use WILDCARD or AUTO'],
  },
  {
    refused: 'an apex across accounts',
    migration: { aliases: ['example.com'] },
    world: { source: aSource({ aliases: ['example.com'] }), records: [apexRecord] },
    says: [
      'Strategy: no strategy moves these names without downtime',
      'ATOMIC: the accounts differ',
      'WILDCARD: no wildcard of the target can stand in for example.com',
      'BYPASS needs Bypass.Records',
      'DISABLED_SOURCE needs Strategy DISABLED_SOURCE, and a MaxDowntimeSeconds',
    ],
  },
  {
    refused: 'a certificate to attach that leaves other names of the target bare',
    world: { target: aTarget({ aliases: ['www.other.com'], certificate: acm('arn:other') }) },
    says: ['Target.CertificateArn', 'not www.other.com', 'Request one'],
  },
  {
    refused: 'an old TTL that outlasts the gate',
    world: { records: [{ ...recordsToSource[0]!, ttlSeconds: 86_400 }, recordsToSource[1]!] },
    says: ['Dns.HostedZoneId', 'a.example.com', '86400 s', 'Lower it to 300'],
  },
  {
    refused: 'a transit wildcard that would draw names away from a wider one',
    world: {
      holders: [
        {
          domain: '*.com',
          distributionId: '*******STRANGE',
          accountId: '******000000',
          kind: 'distribution',
        },
      ],
    },
    says: ['Strategy', '*.com', 'would be served by the target', '*******STRANGE'],
  },
  {
    refused: 'a wide transit wildcard with a narrower one of somebody else between it and the names',
    migration: { wildcard: { name: '*.com', keep: false } },
    world: {
      holders: [
        {
          domain: '*.example.com',
          distributionId: '*******STRANGE',
          accountId: '******000000',
          kind: 'distribution',
        },
      ],
    },
    says: ['Wildcard.Name', '*.example.com', 'would answer for the names', 'Leave Wildcard.Name out'],
  },
  {
    refused: "a transit wildcard that the source's own one stands in the way of",
    world: { source: aSource({ aliases: ['a.example.com', 'b.example.com', '*.example.com'] }) },
    says: ['Strategy', '*.example.com', 'E1111111SOURCE'],
  },
  {
    refused: 'a wildcard as a name to move across accounts',
    migration: { aliases: ['*.example.com'] },
    world: {
      source: aSource({ aliases: ['*.example.com'] }),
      records: [{ ...recordsToSource[0]!, name: '*.example.com' }],
    },
    says: ['WILDCARD: no wildcard of the target can stand in for *.example.com'],
  },
  {
    refused: 'an apex in WILDCARD by name',
    migration: { strategy: 'WILDCARD', aliases: ['example.com'] },
    world: { source: aSource({ aliases: ['example.com'] }), records: [apexRecord] },
    says: ['Aliases', 'example.com is an apex', 'Move it with BYPASS'],
  },
  {
    refused: 'a wildcard in WILDCARD by name',
    migration: { strategy: 'WILDCARD', aliases: ['*.example.com'] },
    world: {
      source: aSource({ aliases: ['*.example.com'] }),
      records: [{ ...recordsToSource[0]!, name: '*.example.com' }],
    },
    says: ['*.example.com is a wildcard itself', 'Move it with BYPASS'],
  },
  {
    refused: 'a disabled source without a downtime that is allowed',
    migration: { strategy: 'DISABLED_SOURCE' },
    world: {},
    says: ['MaxDowntimeSeconds', 'no downtime is allowed', '600 or more'],
  },
  {
    refused: 'a disabled source that serves names which stay',
    migration: { strategy: 'DISABLED_SOURCE', maxDowntimeSeconds: 600 },
    world: { source: aSource({ aliases: ['a.example.com', 'b.example.com', 'c.example.com'] }) },
    says: ['Source.DistributionId', 'c.example.com', 'down too'],
  },
  {
    refused: 'a disabled source in waves',
    migration: {
      strategy: 'DISABLED_SOURCE',
      maxDowntimeSeconds: 600,
      waves: [['a.example.com'], ['b.example.com']],
    },
    world: {},
    says: ['Waves'],
  },
  {
    refused: 'a disabled source without a zone for the TXT records',
    migration: { strategy: 'DISABLED_SOURCE', maxDowntimeSeconds: 600, dns: undefined },
    world: {},
    says: ['Dns', 'TXT record of each name'],
  },
  {
    refused: 'a bypass that does not answer for the names',
    migration: {
      strategy: 'BYPASS',
      bypass: { records: [{ type: 'A', values: ['198.51.100.7'] }], drainSeconds: 60 },
    },
    world: { bypass: answering(403) },
    says: ['Bypass.Records', '203.0.113.10 answered 403', 'Let it serve them over TLS'],
  },
  {
    refused: 'a CNAME as the bypass of an apex',
    migration: {
      strategy: 'BYPASS',
      aliases: ['example.com'],
      bypass: { records: [{ type: 'CNAME', values: ['other.example.net'] }], drainSeconds: 60 },
    },
    world: { source: aSource({ aliases: ['example.com'] }), records: [apexRecord], bypass: answering(200) },
    says: ['Bypass.Records', 'where no CNAME may stand'],
  },
  {
    refused: 'more names than a distribution may hold',
    world: { target: aTarget({ aliases: Array.from({ length: 99 }, (_, i) => `n${i}.example.org`) }) },
    says: ['would hold 101 names', 'allows 100'],
    code: 'ServiceLimitExceeded',
  },
  {
    refused: 'a name that another migration has brought to the target',
    world: {
      target: aTarget({ aliases: ['a.example.com'] }),
      keepers: [{ alias: 'a.example.com', migrationId: 'am-2' }],
    },
    says: ['Aliases', 'a.example.com was moved to this target by migration am-2', 'Leave it out'],
    code: 'AlreadyExists',
  },
  {
    refused: 'a name that somebody else holds',
    world: {
      source: aSource({ aliases: ['b.example.com'] }),
      holders: [
        {
          domain: 'a.example.com',
          distributionId: '*******EXAMPLE',
          accountId: '******112233',
          kind: 'distribution',
        },
      ],
    },
    says: ['a.example.com is not on the source', '*******EXAMPLE', '******112233', 'Amplify'],
  },
  {
    refused: 'a transit wildcard that somebody else holds',
    world: {
      holders: [
        {
          domain: '*.example.com',
          distributionId: '*******EXAMPLE',
          accountId: '******112233',
          kind: 'distribution',
        },
      ],
    },
    says: ['WILDCARD needs *.example.com', '*******EXAMPLE', 'Take the wildcard off'],
  },
  {
    refused: 'a certificate that lacks the wildcard',
    world: { certificate: { arn: 'arn:c', status: 'ISSUED', names: ['a.example.com', 'b.example.com'] } },
    says: ['Target.CertificateArn', 'not *.example.com', 'Request one'],
  },
  {
    refused: 'a certificate that does not exist',
    world: { certificate: undefined },
    says: ['Target.CertificateArn', 'does not exist in us-east-1 of account 310123456789'],
  },
  {
    refused: 'a target without any certificate',
    migration: { target: { distributionId: 'E2222222TARGET' } },
    says: ['Target.DistributionId', 'no ACM certificate', 'Target.CertificateArn'],
  },
  {
    refused: 'a certificate that is not issued yet',
    world: { certificate: { arn: 'arn:c', status: 'PENDING_VALIDATION', names: ['*.example.com'] } },
    says: ['PENDING_VALIDATION', 'ISSUED'],
  },
  {
    refused: 'a certificate about to expire',
    world: {
      certificate: { arn: 'arn:c', status: 'ISSUED', names: ['*.example.com'], notAfter: NOW + 3_600_000 },
    },
    says: ['expires within a day', 'Renew'],
  },
  {
    refused: 'a source that could not take the names back',
    world: { source: aSource({ certificate: { kind: 'default' } }) },
    says: ['Source.DistributionId', 'could not take the names back'],
  },
  {
    refused: 'ends on different IP pools',
    world: { source: aSource({ anycastIpListId: 'aip_1' }) },
    says: ['aip_1', 'shared', 'SSLSupportMethod'],
  },
  {
    refused: 'a target that speaks less than the source',
    world: { source: aSource({ httpVersion: 'http2and3' }) },
    says: ['http2and3', 'Switch it on'],
  },
  {
    refused: 'AAAA records for a target without IPv6',
    world: { records: [...recordsToSource, { ...recordsToSource[1]!, type: 'AAAA' }] },
    says: ['AAAA', 'IPv6'],
  },
  {
    refused: 'WILDCARD without a hosted zone',
    migration: { dns: undefined },
    world: { zone: undefined, records: [] },
    says: ['Dns', 'Dns.HostedZoneId'],
  },
  {
    refused: 'a hosted zone that is not there',
    world: { zone: undefined },
    says: ['Dns.HostedZoneId', 'no hosted zone Z1'],
  },
  {
    refused: 'names outside the zone',
    world: { zone: { id: 'Z1', name: 'example.org', nameServers: [], isPrivate: false } },
    says: ['outside the zone example.org'],
  },
  {
    refused: 'a private zone',
    world: { zone: { id: 'Z1', name: 'example.com', nameServers: [], isPrivate: true } },
    says: ['private zone'],
  },
  {
    refused: 'a name without a record',
    world: { records: [recordsToSource[0]!] },
    says: ['no record for b.example.com'],
  },
  {
    refused: 'records that lead somewhere else',
    world: { records: recordsTo('d999.cloudfront.net') },
    says: ['leads to d999.cloudfront.net', 'Point it to the source first'],
  },
  {
    refused: 'records with a routing policy',
    world: { records: [{ ...recordsToSource[0]!, setIdentifier: 'blue' }, recordsToSource[1]!] },
    says: ['routing policy (blue)'],
  },
];

test.each(rows)(
  '$refused is refused before anything is touched, with the way out',
  ({ migration, world, says, code }) => {
    const journal = aJournal('PREFLIGHT', { migration: aMigration(migration) });
    const { step, journal: after } = plan(aWorld(world), journal, NOW);
    expect(step).toMatchObject({ kind: 'refuse', code: code ?? 'InvalidRequest' });
    const message = 'message' in step ? step.message : '';
    for (const words of ['Nothing was changed.', ...says]) expect(message).toContain(words);
    expect([message, lacksOf(message)]).toEqual([message, []]);
    expect(after).toBe(journal);
  },
);

test('an apex moves within one account', () => {
  const migration = aMigration({ ...inOneAccount, aliases: ['example.com'] });
  const world = aWorld({
    source: aSource({ aliases: ['example.com'] }),
    target: aTarget({ certificate: acm('arn:t') }),
    certificate: { arn: 'arn:t', status: 'ISSUED', names: ['example.com'] },
    records: [apexRecord],
  });
  expect(plan(world, aJournal('PREFLIGHT', { migration }), NOW).journal.phase).toBe('MOVING_ALIASES');
});

test('all findings are told at once, so that people mend all at once', () => {
  const world = aWorld({ target: aTarget({ enabled: false }), certificate: undefined });
  const { step } = plan(world, aJournal('PREFLIGHT'), NOW);
  expect('message' in step && step.message).toMatch(/is disabled.*does not exist/);
});
