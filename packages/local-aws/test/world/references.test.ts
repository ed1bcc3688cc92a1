import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { code, publicKeyIn } from '../support/entities';
import { behaving, edgeFunction, functionOn, idOf, type Maker, withOrigin } from '../support/naming';
import { ask, emptyCloud, existing, outcome, sourceAccount, targetAccount, told, update } from './cloud';

const lambdaOn = (LambdaFunctionARN: string) =>
  behaving({
    LambdaFunctionAssociations: { Quantity: 1, Items: [{ LambdaFunctionARN, EventType: 'origin-request' }] },
  });

const lambda = (account: string, region = 'us-east-1', version = '7') =>
  `arn:aws:lambda:${region}:${account}:function:headers:${version}`;

const kinds: readonly [
  what: string,
  make: Maker,
  use: (id: string) => Partial<DistributionConfig>,
  refusal: string,
][] = [
  [
    'a cache policy',
    idOf('CachePolicy', { CachePolicyConfig: { Name: 'one', MinTTL: 0 } }),
    (CachePolicyId) => behaving({ CachePolicyId }),
    'NoSuchCachePolicy 404',
  ],
  [
    'an origin request policy',
    idOf('OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        Name: 'one',
        HeadersConfig: { HeaderBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    }),
    (OriginRequestPolicyId) => behaving({ OriginRequestPolicyId }),
    'NoSuchOriginRequestPolicy 404',
  ],
  [
    'a response headers policy',
    idOf('ResponseHeadersPolicy', { ResponseHeadersPolicyConfig: { Name: 'one' } }),
    (ResponseHeadersPolicyId) => behaving({ ResponseHeadersPolicyId }),
    'NoSuchResponseHeadersPolicy 404',
  ],
  [
    'an origin access control',
    idOf('OriginAccessControl', {
      OriginAccessControlConfig: {
        Name: 'one',
        SigningProtocol: 'sigv4',
        SigningBehavior: 'always',
        OriginAccessControlOriginType: 's3',
      },
    }),
    (OriginAccessControlId) => withOrigin({ OriginAccessControlId }),
    'InvalidOriginAccessControl 400',
  ],
  [
    'an origin access identity',
    idOf('CloudFrontOriginAccessIdentity', {
      CloudFrontOriginAccessIdentityConfig: { CallerReference: 'one', Comment: '' },
    }),
    (id) =>
      withOrigin({ S3OriginConfig: { OriginAccessIdentity: `origin-access-identity/cloudfront/${id}` } }),
    'InvalidOriginAccessIdentity 400',
  ],
  [
    'a key group',
    (world, account) =>
      account === sourceAccount
        ? idOf('KeyGroup', { KeyGroupConfig: { Name: 'one', Items: [publicKeyIn(world)] } })(world, account)
        : '00000000-0000-0000-0000-000000000000',
    (id) => behaving({ TrustedKeyGroups: { Enabled: true, Quantity: 1, Items: [id] } }),
    'TrustedKeyGroupDoesNotExist 400',
  ],
  ['a published function', edgeFunction(true), (arn) => functionOn(arn), 'InvalidFunctionAssociation 400'],
];

describe.each(kinds)('%s', (what, make, use, refusal) => {
  test('is taken by a distribution of its account, and by no other', () => {
    const world = emptyCloud();
    const id = make(world, sourceAccount);
    const own = existing(world, { id: 'ESOURCE0000001' });
    const other = existing(world, { id: 'ETARGET0000001', account: targetAccount });
    expect(outcome(update(world, other, use(id)))).toBe(refusal);
    expect(outcome(update(world, own, use(id)))).toBe('ok');
  });

  test('is refused when a new distribution names one that is not there', () => {
    const world = emptyCloud();
    const id = make(world, sourceAccount);
    const config = {
      ...existing(world, { id: 'ESOURCE0000001' }).config,
      ...use(id),
      CallerReference: 'copy',
    };
    const create = (account: string) =>
      outcome(ask(world, 'CreateDistribution', { DistributionConfig: config }, account));
    expect(create(targetAccount)).toBe(refusal);
    expect(create(sourceAccount)).toBe('ok');
  });

  test('that a pasted distribution names may be unknown, and stays', () => {
    const world = emptyCloud();
    const unknown = make(emptyCloud(), sourceAccount);
    const pasted = existing(world, { id: 'EPASTED0000001', config: use(unknown) });
    expect(outcome(update(world, pasted, { Comment: `with ${what}` }))).toBe('ok');
    expect(outcome(update(world, existing(world, { id: 'EANOTHER000001' }), use(unknown)))).toBe(refusal);
  });
});

describe('what is in use is not deleted', () => {
  const inUse: Readonly<Record<string, string>> = {
    'a cache policy': 'DeleteCachePolicy: CachePolicyInUse 409',
    'an origin request policy': 'DeleteOriginRequestPolicy: OriginRequestPolicyInUse 409',
    'a response headers policy': 'DeleteResponseHeadersPolicy: ResponseHeadersPolicyInUse 409',
    'an origin access control': 'DeleteOriginAccessControl: OriginAccessControlInUse 409',
    'an origin access identity':
      'DeleteCloudFrontOriginAccessIdentity: CloudFrontOriginAccessIdentityInUse 409',
    'a key group': 'DeleteKeyGroup: ResourceInUse 409',
    'a published function': 'DeleteFunction: FunctionInUse 409',
  };

  test.each(kinds)('%s', (what, make, use) => {
    const world = emptyCloud();
    const id = make(world, sourceAccount);
    const user = existing(world, { id: 'ESOURCE0000001' });
    expect(outcome(update(world, user, use(id)))).toBe('ok');
    const [operation = '', expected] = inUse[what]!.split(': ');
    const named = operation === 'DeleteFunction' ? { Name: 'redirect' } : { Id: id };
    const read = operation.replace('Delete', operation === 'DeleteFunction' ? 'Describe' : 'Get');
    const { ETag: IfMatch } = told<{ ETag: string }>(ask(world, read, named));
    const remove = () => outcome(ask(world, operation, { ...named, IfMatch }));
    expect(remove()).toBe(expected);
    update(world, user, { ...behaving({}), ...withOrigin({}) });
    expect(remove()).toBe('ok');
  });

  test('a key value store that a function reads', () => {
    const world = emptyCloud();
    const { KeyValueStore, ETag } = told<{ KeyValueStore: { ARN: string }; ETag: string }>(
      ask(world, 'CreateKeyValueStore', { Name: 'rules' }),
    );
    const FunctionConfig = {
      Comment: '',
      Runtime: 'cloudfront-js-2.0',
      KeyValueStoreAssociations: { Quantity: 1, Items: [{ KeyValueStoreARN: KeyValueStore.ARN }] },
    };
    const create = (account: string) =>
      outcome(
        ask(world, 'CreateFunction', { Name: 'reader', FunctionConfig, FunctionCode: code() }, account),
      );
    expect([create(targetAccount), create(sourceAccount)]).toEqual(['InvalidArgument 400', 'ok']);
    expect(outcome(ask(world, 'DeleteKeyValueStore', { Name: 'rules', IfMatch: ETag }))).toBe(
      'CannotDeleteEntityWhileInUse 409',
    );
  });
});

const wafV2 = (account: string) =>
  `arn:aws:wafv2:us-east-1:${account}:global/webacl/main/473e64fd-f30b-4765-81a0-62ad96dd167a`;
const logs = (account: string) => `arn:aws:cloudfront::${account}:realtime-log-config/main`;

test.each<[sentence: string, changes: Partial<DistributionConfig>, expected: string]>([
  ['a web ACL of the account', { WebACLId: wafV2(targetAccount) }, 'ok'],
  ['a web ACL of another account', { WebACLId: wafV2(sourceAccount) }, 'InvalidWebACLId 400'],
  ['a web ACL of AWS WAF Classic', { WebACLId: '473e64fd-f30b-4765-81a0-62ad96dd167a' }, 'ok'],
  [
    'a regional web ACL',
    { WebACLId: wafV2(targetAccount).replace('global', 'regional') },
    'InvalidWebACLId 400',
  ],
  ['real-time logs of the account', behaving({ RealtimeLogConfigArn: logs(targetAccount) }), 'ok'],
  [
    'real-time logs of another account',
    behaving({ RealtimeLogConfigArn: logs(sourceAccount) }),
    'RealtimeLogConfigOwnerMismatch 401',
  ],
  ['a numbered Lambda version in us-east-1', lambdaOn(lambda(targetAccount)), 'ok'],
  [
    'a Lambda function without a version',
    lambdaOn(lambda(targetAccount, 'us-east-1', '$LATEST')),
    'InvalidLambdaFunctionAssociation 400',
  ],
  [
    'a Lambda version elsewhere',
    lambdaOn(lambda(targetAccount, 'eu-west-1')),
    'InvalidLambdaFunctionAssociation 400',
  ],
  [
    'a Lambda version of another account',
    lambdaOn(lambda(sourceAccount)),
    'InvalidLambdaFunctionAssociation 400',
  ],
  [
    'a signer that is no account',
    behaving({ TrustedSigners: { Enabled: true, Quantity: 1, Items: ['somebody'] } }),
    'TrustedSignerDoesNotExist 400',
  ],
  [
    'an access control beside an access identity',
    withOrigin({
      OriginAccessControlId: 'E2QWRUHAPOMQZL',
      S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E74FTE3EXAMPLE' },
    }),
    'IllegalOriginAccessConfiguration 400',
  ],
  [
    "field-level encryption that the source's distribution has",
    behaving({ FieldLevelEncryptionId: 'ESOURCESFLE' }),
    'NoSuchFieldLevelEncryptionConfig 404',
  ],
])("on the target's distribution, %s", (_, changes, expected) => {
  const world = emptyCloud();
  existing(world, { id: 'ESOURCE0000001', config: behaving({ FieldLevelEncryptionId: 'ESOURCESFLE' }) });
  const target = existing(world, { id: 'ETARGET0000001', account: targetAccount });
  expect(outcome(update(world, target, changes))).toBe(expected);
});
