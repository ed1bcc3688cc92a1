import { generateKeyPairSync } from 'node:crypto';
import type { World } from '../../src/world/world';
import { code, publicKeyIn, somePublicKey } from '../support/entities';
import { ask, emptyCloud, outcome, told } from './cloud';

const disabled = { Name: 'one', MinTTL: 0, DefaultTTL: 0, MaxTTL: 0 };
const key = {
  EnableAcceptEncodingGzip: false,
  HeadersConfig: { HeaderBehavior: 'none' },
  CookiesConfig: { CookieBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'none' },
};
const control = {
  Name: 'one',
  SigningProtocol: 'sigv4',
  SigningBehavior: 'always',
  OriginAccessControlOriginType: 's3',
};
const pem = (type: 'rsa' | 'ec') =>
  (type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 1024 })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  ).publicKey.export({ type: 'spki', format: 'pem' });
const publicKey = (EncodedKey: unknown) => ({
  PublicKeyConfig: { CallerReference: 'another', Name: 'another', EncodedKey },
});
const edgeFunction = (changes: object = {}, text = 'x') => ({
  Name: 'one',
  FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0', ...changes },
  FunctionCode: code(text),
});
const store = (id: string) => ({
  KeyValueStoreARN: `arn:aws:cloudfront::636696000000:key-value-store/${id}`,
});

test.each<
  [sentence: string, operation: string, input: object | ((world: World) => object), expected: string]
>([
  ['a cache policy that keeps nothing', 'CreateCachePolicy', { CachePolicyConfig: disabled }, 'ok'],
  [
    'a cache policy that keeps nothing, by compression',
    'CreateCachePolicy',
    {
      CachePolicyConfig: {
        ...disabled,
        ParametersInCacheKeyAndForwardedToOrigin: { ...key, EnableAcceptEncodingGzip: true },
      },
    },
    'InvalidArgument 400',
  ],
  [
    'a cache policy that keeps nothing, by cookies',
    'CreateCachePolicy',
    {
      CachePolicyConfig: {
        ...disabled,
        ParametersInCacheKeyAndForwardedToOrigin: { ...key, CookiesConfig: { CookieBehavior: 'all' } },
      },
    },
    'InvalidArgument 400',
  ],
  [
    'a cache policy whose longest lifetime is shorter than the usual one',
    'CreateCachePolicy',
    { CachePolicyConfig: { Name: 'one', MinTTL: 0, DefaultTTL: 10, MaxTTL: 5 } },
    'InvalidArgument 400',
  ],
  [
    'an access control for something that CloudFront cannot sign for',
    'CreateOriginAccessControl',
    { OriginAccessControlConfig: { ...control, OriginAccessControlOriginType: 'ec2' } },
    'InvalidArgument 400',
  ],
  ['a public key that is a text', 'CreatePublicKey', publicKey('key'), 'InvalidArgument 400'],
  ['a short RSA key', 'CreatePublicKey', publicKey(pem('rsa')), 'InvalidArgument 400'],
  ['an elliptic key', 'CreatePublicKey', publicKey(pem('ec')), 'ok'],
  ['an RSA key of 2048 bits', 'CreatePublicKey', publicKey(somePublicKey), 'ok'],
  [
    'a key group without keys',
    'CreateKeyGroup',
    { KeyGroupConfig: { Name: 'one', Items: [] } },
    'InvalidArgument 400',
  ],
  [
    'a key group with a key that is not there',
    'CreateKeyGroup',
    { KeyGroupConfig: { Name: 'one', Items: ['K2JCJMDEHXQW5F'] } },
    'InvalidArgument 400',
  ],
  [
    'a key group with six keys',
    'CreateKeyGroup',
    (world) => ({ KeyGroupConfig: { Name: 'one', Items: Array(6).fill(publicKeyIn(world)) } }),
    'TooManyPublicKeysInKeyGroup 400',
  ],
  ['a function of 10 KB', 'CreateFunction', edgeFunction({}, 'x'.repeat(10_240)), 'ok'],
  [
    'a function of one byte more',
    'CreateFunction',
    edgeFunction({}, 'x'.repeat(10_241)),
    'FunctionSizeLimitExceeded 413',
  ],
  [
    'a function for Node.js',
    'CreateFunction',
    edgeFunction({ Runtime: 'nodejs20.x' }),
    'InvalidArgument 400',
  ],
  [
    'a function with two stores',
    'CreateFunction',
    edgeFunction({ KeyValueStoreAssociations: { Quantity: 2, Items: [store('a'), store('b')] } }),
    'InvalidArgument 400',
  ],
  [
    'a store for the old runtime',
    'CreateFunction',
    edgeFunction({
      Runtime: 'cloudfront-js-1.0',
      KeyValueStoreAssociations: { Quantity: 1, Items: [store('a')] },
    }),
    'InvalidArgument 400',
  ],
  [
    'a function with a dot in its name',
    'CreateFunction',
    { ...edgeFunction(), Name: 'a.b' },
    'InvalidArgument 400',
  ],
  [
    'a store that is filled from nowhere',
    'CreateKeyValueStore',
    { Name: 'one', ImportSource: { SourceType: 'S3', SourceARN: 'arn:aws:s3:::bucket' } },
    'InvalidArgument 400',
  ],
])('%s: %s', (_, operation, input, expected) => {
  const world = emptyCloud();
  expect(outcome(ask(world, operation, typeof input === 'function' ? input(world) : input))).toBe(expected);
});

test('a cache policy that names no lifetimes keeps a day, a year at most', () => {
  const made = told(
    ask(emptyCloud(), 'CreateCachePolicy', { CachePolicyConfig: { Name: 'one', MinTTL: 1 } }),
  );
  expect(made).toMatchObject({
    CachePolicy: { CachePolicyConfig: { MinTTL: 1, DefaultTTL: 86_400, MaxTTL: 31_536_000 } },
  });
});

test('a public key keeps its value', () => {
  const world = emptyCloud();
  const made = told<{ PublicKey: { Id: string }; ETag: string }>(
    ask(world, 'CreatePublicKey', publicKey(somePublicKey)),
  );
  const changed = { Id: made.PublicKey.Id, IfMatch: made.ETag, ...publicKey(pem('ec')) };
  expect(outcome(ask(world, 'UpdatePublicKey', changed))).toBe('CannotChangeImmutablePublicKeyFields 400');
});

test.each([
  [
    'CachePolicy',
    20,
    (n: number) => ({ CachePolicyConfig: { Name: `p${n}`, MinTTL: 0 } }),
    'TooManyCachePolicies',
  ],
  ['Function', 100, (n: number) => ({ ...edgeFunction(), Name: `f${n}` }), 'TooManyFunctions'],
])('an account has so many of %s: %i', (noun, most, inputOf, expected) => {
  const world = emptyCloud();
  for (let n = 0; n < most; n++) told(ask(world, `Create${noun}`, inputOf(n)));
  expect(outcome(ask(world, `Create${noun}`, inputOf(most)))).toBe(`${expected} 400`);
});

test.each([
  ['UpdateCachePolicy', 'IllegalUpdate 400'],
  ['DeleteCachePolicy', 'IllegalDelete 400'],
])('%s of a policy of AWS: %s', (operation, expected) => {
  const input = {
    Id: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    IfMatch: 'E23ZP02F085DFQ',
    CachePolicyConfig: disabled,
  };
  expect(outcome(ask(emptyCloud(), operation, input))).toBe(expected);
});

describe('lists come in pages', () => {
  type Listed = Record<string, { Items?: unknown[]; NextMarker?: string; IsTruncated?: boolean }>;
  test.each([
    [
      'ListOriginAccessControls',
      'OriginAccessControlList',
      (n: number) => ({ OriginAccessControlConfig: { ...control, Name: `c${n}` } }),
      'CreateOriginAccessControl',
    ],
    [
      'ListFunctions',
      'FunctionList',
      (n: number) => ({ ...edgeFunction(), Name: `f${n}` }),
      'CreateFunction',
    ],
    ['ListKeyValueStores', 'KeyValueStoreList', (n: number) => ({ Name: `s${n}` }), 'CreateKeyValueStore'],
  ])('%s', (operation, list, inputOf, create) => {
    const world = emptyCloud();
    for (let n = 0; n < 5; n++) told(ask(world, create, inputOf(n)));
    const sizes: number[] = [];
    let Marker: string | undefined;
    do {
      const page = told<Listed>(ask(world, operation, { Marker, MaxItems: '2' }))[list]!;
      sizes.push(page.Items?.length ?? 0);
      Marker = page.NextMarker;
    } while (Marker);
    expect(sizes).toEqual([2, 2, 1]);
  });
});

test('the same request for an origin access identity is the same identity', () => {
  const world = emptyCloud();
  const make = (Comment: string) =>
    ask(world, 'CreateCloudFrontOriginAccessIdentity', {
      CloudFrontOriginAccessIdentityConfig: { CallerReference: 'once', Comment },
    });
  const first = told(make('reads'));
  expect(told(make('reads'))).toEqual(first);
  expect(outcome(make('writes'))).toBe('CloudFrontOriginAccessIdentityAlreadyExists 409');
});

test('a role needs the action on the entity that it changes', () => {
  const world = emptyCloud();
  const arn = 'arn:aws:iam::636696000000:role/editor';
  const { CachePolicy, ETag: IfMatch } = told<{ CachePolicy: { Id: string }; ETag: string }>(
    ask(world, 'CreateCachePolicy', { CachePolicyConfig: { Name: 'one', MinTTL: 0 } }),
  );
  const Resource = `arn:aws:cloudfront::636696000000:cache-policy/${CachePolicy.Id}`;
  world.roles.set(arn, {
    arn,
    name: 'editor',
    accountId: '636696000000',
    trust: { Statement: [] },
    policies: [{ Statement: [{ Effect: 'Allow', Action: 'cloudfront:UpdateCachePolicy', Resource }] }],
  });
  const caller = { accountId: '636696000000', region: 'us-east-1', roleArn: arn, sessionName: 'test' };
  const call = (operation: string) =>
    outcome(
      ask(
        world,
        operation,
        { Id: CachePolicy.Id, IfMatch, CachePolicyConfig: { Name: 'one', MinTTL: 1 } },
        caller,
      ),
    );
  expect([call('DeleteCachePolicy'), call('ListCachePolicies'), call('UpdateCachePolicy')]).toEqual([
    'AccessDenied 403',
    'AccessDenied 403',
    'ok',
  ]);
});
