import type {
  Before,
  Distribution,
  Journal,
  Migration,
  NameViewers,
  Observed,
  Phase,
  RecordSet,
  ViewerCertificate,
} from '../src';
import { freshJournal } from '../src';
import type { Look } from '../src/phases';

/** The article's case: two names from one account to another, one CNAME and one ALIAS. */
export const NOW = Date.UTC(2026, 0, 1);
export const SOURCE_CERTIFICATE = acm('arn:aws:acm:us-east-1:636696000000:certificate/source');
export const TARGET_ARN = 'arn:aws:acm:us-east-1:310123456789:certificate/target';

export function acm(arn: string): ViewerCertificate {
  return { kind: 'acm', arn, sslSupportMethod: 'sni-only', minimumProtocolVersion: 'TLSv1.2_2021' };
}

export const aMigration = (changes: Partial<Migration> = {}): Migration => ({
  accountId: '310123456789',
  aliases: ['a.example.com', 'b.example.com'],
  target: { distributionId: 'E2222222TARGET', certificateArn: TARGET_ARN },
  source: {
    distributionId: 'E1111111SOURCE',
    accountId: '636696000000',
    roleArn: 'arn:aws:iam::636696000000:role/mover',
  },
  strategy: 'AUTO',
  dns: { hostedZoneId: 'Z1' },
  verification: { path: '/', minConsecutive: 2, bakeMinutes: 5 },
  deletionBehavior: 'KEEP',
  planOnly: false,
  ...changes,
});

export const aDistribution = (id: string, changes: Partial<Distribution> = {}): Distribution => ({
  id,
  arn: `arn:aws:cloudfront::1:distribution/${id}`,
  accountId: '1',
  domainName: `${id.toLowerCase()}.cloudfront.net`,
  etag: `ETAG${id}`,
  deployed: true,
  enabled: true,
  staging: false,
  tenantOnly: false,
  aliases: [],
  certificate: { kind: 'default' },
  httpVersion: 'http2',
  ipv6Enabled: false,
  ...changes,
});

export const aSource = (changes: Partial<Distribution> = {}): Distribution =>
  aDistribution('E1111111SOURCE', {
    aliases: ['a.example.com', 'b.example.com'],
    certificate: SOURCE_CERTIFICATE,
    ...changes,
  });
export const aTarget = (changes: Partial<Distribution> = {}): Distribution =>
  aDistribution('E2222222TARGET', changes);

export const recordsTo = (domainName: string): RecordSet[] => [
  { name: 'a.example.com', type: 'CNAME', ttlSeconds: 300, values: [domainName] },
  {
    name: 'b.example.com',
    type: 'A',
    aliasTarget: { hostedZoneId: 'Z2FDTNDATAQYW2', dnsName: domainName, evaluateTargetHealth: false },
  },
];
export const recordsToSource = recordsTo('e1111111source.cloudfront.net');
export const recordsToTarget = recordsTo('e2222222target.cloudfront.net');

export const aBefore = (changes: Partial<Before> = {}): Before => ({
  strategy: 'WILDCARD',
  source: {
    domainName: 'e1111111source.cloudfront.net',
    aliases: ['a.example.com', 'b.example.com'],
    certificate: SOURCE_CERTIFICATE,
  },
  target: { domainName: 'e2222222target.cloudfront.net', aliases: [], certificate: { kind: 'default' } },
  records: recordsToSource,
  wildcards: ['*.example.com'],
  plan: [],
  ...changes,
});

export const aJournal = (phase: Phase, changes: Partial<Journal> = {}): Journal => ({
  ...freshJournal('am-1', aMigration(), {}, NOW),
  phase,
  revision: 1,
  before: phase === 'PREFLIGHT' ? undefined : aBefore(),
  touched: !['PREFLIGHT', 'PLANNED', 'LOCKING'].includes(phase),
  ...changes,
});

const everything: Look[] = [
  'ends',
  'certificate',
  'alarms',
  'zone',
  'records',
  'holders',
  'authority',
  'edges',
  'bypass',
  'detour',
  'proof',
  'canary',
  'names',
  'locks',
  'semaphore',
];

export const mine = ['a.example.com', 'b.example.com'].map((alias) => ({
  alias,
  epoch: 1,
  holder: 'am-1',
  isStale: false,
}));
export const free = mine.map((lock) => ({ ...lock, epoch: 0, holder: undefined }));

/** All is well before the move, seen whole; a test changes the one thing that its sentence names. */
export const aWorld = (changes: Partial<Observed> = {}): Observed => ({
  looks: new Set(everything),
  source: aSource(),
  target: aTarget(),
  certificate: { arn: TARGET_ARN, status: 'ISSUED', names: ['*.example.com'] },
  zone: { id: 'Z1', name: 'example.com', nameServers: ['ns-1.awsdns-00.com'], isPrivate: false },
  records: recordsToSource,
  holders: [],
  isPublished: true,
  authority: [],
  viewers: answering(200),
  locks: mine,
  ...changes,
});

export const answering = (status: number, headers: Record<string, string> = {}): NameViewers[] => [
  { host: 'a.example.com', asks: [[{ address: '203.0.113.10', kind: 'answered', status, headers }]] },
];

export const withWildcard = aTarget({ aliases: ['*.example.com'], certificate: acm(TARGET_ARN) });

export const ALARM = 'arn:aws:cloudwatch:eu-west-1:310123456789:alarm:errors';
/** A migration that an alarm watches. */
export const alarmed = aMigration({
  verification: { path: '/', minConsecutive: 2, bakeMinutes: 5, alarmArns: [ALARM] },
});
export const alarmIn = (state: 'OK' | 'ALARM') => [{ arn: ALARM, state, reason: 'too many errors' }];
