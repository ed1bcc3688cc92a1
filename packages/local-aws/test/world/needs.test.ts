import { answer, type Request, seedBucket, seedObject } from '../../src';
import { emptyCloud, existing, messageOf, outcome, sourceAccount } from './cloud';

/** What an operation takes beside the permission of its own name. */
const roleArn = `arn:aws:iam::${sourceAccount}:role/Asker`;
const KEY = `arn:aws:kms:us-east-1:${sourceAccount}:key/1`;

function world() {
  const there = emptyCloud();
  seedBucket(there, { name: 'rules', accountId: sourceAccount });
  seedObject(there, 'rules', 'plain.json', { body: Buffer.from('{}') });
  seedObject(there, 'rules', 'locked.json', { body: Buffer.from('{}'), kmsKeyArn: KEY });
  existing(there, { id: 'EQUIET' });
  existing(there, {
    id: 'ELOGGED',
    config: {
      Logging: { Enabled: true, IncludeCookies: false, Bucket: 'logs.s3.amazonaws.com', Prefix: '' },
    },
  });
  return there;
}

/** What a role with these actions is told. */
function told(actions: readonly string[], ask: Pick<Request, 'service' | 'operation' | 'input'>) {
  const there = world();
  const policies = [{ Statement: [{ Effect: 'Allow' as const, Action: [...actions], Resource: '*' }] }];
  there.roles.set(roleArn, {
    arn: roleArn,
    name: 'Asker',
    accountId: sourceAccount,
    trust: { Statement: [] },
    policies,
  });
  const caller = { accountId: sourceAccount, roleArn, sessionName: 's', region: 'us-east-1' };
  const answered = answer(there, { ...ask, caller, actor: 'client', into: 0 });
  return `${outcome(answered)} ${/perform: (\S+)/.exec(messageOf(answered))?.[1] ?? ''}`.trim();
}

const object = (Key: string) =>
  ({ service: 's3', operation: 'GetObject', input: { Bucket: 'rules', Key } }) as const;
const certificate = (Tags: object[]) =>
  ({
    service: 'acm',
    operation: 'RequestCertificate',
    input: { DomainName: 'a.example.com', ValidationMethod: 'DNS', Tags },
  }) as const;
/** Its configuration as it is, with these logs. */
function edit(Id: string, Bucket: string) {
  const { config, etag } = world().distributions.get(Id)!;
  const Logging = { Enabled: true, IncludeCookies: false, Bucket, Prefix: '' };
  const input = { Id, IfMatch: etag, DistributionConfig: { ...config, Logging } };
  return { service: 'cloudfront', operation: 'UpdateDistribution', input } as const;
}

const rows: [string, string[], Parameters<typeof told>[1], string][] = [
  ['an object takes its own alone', ['s3:GetObject'], object('plain.json'), 'ok'],
  [
    'an object under a key of KMS takes that key',
    ['s3:GetObject'],
    object('locked.json'),
    'AccessDenied 403 kms:Decrypt',
  ],
  ['an object under a key, with the key', ['s3:GetObject', 'kms:Decrypt'], object('locked.json'), 'ok'],
  ['a certificate takes its own alone', ['acm:RequestCertificate'], certificate([]), 'ok'],
  [
    'a certificate with tags takes that of tags',
    ['acm:RequestCertificate'],
    certificate([{ Key: 'a', Value: 'b' }]),
    'AccessDeniedException 400 acm:AddTagsToCertificate',
  ],
  [
    'logs that are turned on take those on the ACL of the bucket',
    ['cloudfront:*', 's3:GetBucketAcl'],
    edit('EQUIET', 'logs.s3.amazonaws.com'),
    'AccessDenied 403 s3:PutBucketAcl',
  ],
  ['logs that stay take nothing', ['cloudfront:*'], edit('ELOGGED', 'logs.s3.amazonaws.com'), 'ok'],
  [
    'logs that go to another bucket take those on its ACL',
    ['cloudfront:*'],
    edit('ELOGGED', 'more.s3.amazonaws.com'),
    'AccessDenied 403 s3:GetBucketAcl',
  ],
];

test.each(rows)('%s', (_, actions, ask, expected) => {
  expect(told(actions, ask)).toBe(expected);
});
