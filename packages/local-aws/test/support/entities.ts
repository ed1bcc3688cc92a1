import type { World } from '../../src/world/world';
import { ask, told } from '../world/cloud';

/** A constant: it takes longer to make one than everything else that a test of them does. */
export const somePublicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyoOkPQKpShGJPW89TTNa
7pDKEY12QaxoT207ZXcrtz36wSJW1J243xnX3X4G8wZLSNk/IpqbdKFOWdT16E+0
2yh0Yx8YXvUSk0vnMZuV1jdUYuWJpXrt71RuzkpnwBVIBsv6xG0WrlUQeKI1VusJ
f7LijH0+TZr7VOqZ3Zw6F5DEQdK3bdWNfmI1jE/pRqsneWdMCGPIGEhbUBjCj2sI
Y5PzvXTPnCeyNVqXKb0jT8AHr2ST5c/7e2ruqvmfWjsEv9UTGIQBft1GGr/mavmS
KlN2Dl4hbJKLmx1LBwVmnGZ1E+0uvF1A6PrWhnOmcSKP1z6yYEO+feBF3f/KAZyc
EwIDAQAB
-----END PUBLIC KEY-----
`;

export const code = (text = 'function handler(event) { return event.request; }') =>
  new TextEncoder().encode(text);

/** How one kind of entity goes through its operations. */
export interface EntityCase {
  /** The word in the operations' names. */
  readonly noun: string;
  readonly make: (world: World) => object;
  readonly change: (world: World) => object;
  /** How requests and answers name it. */
  readonly key: (created: Record<string, never>) => object;
  /** The operation that reads it with its ETag. */
  readonly read: string;
  /** What the model calls it when it is gone. */
  readonly noSuch: string;
  readonly alreadyExists: string;
}

const byId =
  (noun: string) =>
  (created: Record<string, { readonly Id?: string }>): object => ({ Id: created[noun]?.Id });

/** A kind that is made of one member, named after it, and goes by an id. */
const withConfig = (
  noun: string,
  config: (world: World) => object,
  changes: object,
  failures: Partial<Pick<EntityCase, 'noSuch' | 'alreadyExists'>> = {},
): EntityCase => ({
  noun,
  make: (world) => ({ [`${noun}Config`]: config(world) }),
  change: (world) => ({ [`${noun}Config`]: { ...config(world), ...changes } }),
  key: byId(noun),
  read: `Get${noun}`,
  noSuch: `NoSuch${noun} 404`,
  alreadyExists: `${noun}AlreadyExists 409`,
  ...failures,
});

const none = { CookieBehavior: 'none' } as const;

export const entityCases: readonly EntityCase[] = [
  withConfig('CachePolicy', () => ({ Name: 'one', MinTTL: 1 }), { MinTTL: 2 }),
  withConfig(
    'OriginRequestPolicy',
    () => ({
      Name: 'one',
      HeadersConfig: { HeaderBehavior: 'none' },
      CookiesConfig: none,
      QueryStringsConfig: { QueryStringBehavior: 'none' },
    }),
    { CookiesConfig: { CookieBehavior: 'all' } },
  ),
  withConfig('ResponseHeadersPolicy', () => ({ Name: 'one' }), { Comment: 'changed' }),
  withConfig(
    'OriginAccessControl',
    () => ({
      Name: 'one',
      SigningProtocol: 'sigv4',
      SigningBehavior: 'always',
      OriginAccessControlOriginType: 's3',
    }),
    { SigningBehavior: 'never' },
  ),
  withConfig('CloudFrontOriginAccessIdentity', () => ({ CallerReference: 'one', Comment: '' }), {
    Comment: 'changed',
  }),
  withConfig('PublicKey', () => ({ CallerReference: 'one', Name: 'one', EncodedKey: somePublicKey }), {
    Comment: 'changed',
  }),
  withConfig(
    'KeyGroup',
    (world) => ({ Name: 'one', Items: [publicKeyIn(world)] }),
    { Comment: 'changed' },
    {
      noSuch: 'NoSuchResource 404',
    },
  ),
  {
    noun: 'Function',
    make: () => ({
      Name: 'one',
      FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      FunctionCode: code(),
    }),
    change: () => ({
      FunctionConfig: { Comment: 'changed', Runtime: 'cloudfront-js-2.0' },
      FunctionCode: code('changed'),
    }),
    key: () => ({ Name: 'one' }),
    read: 'DescribeFunction',
    noSuch: 'NoSuchFunctionExists 404',
    alreadyExists: 'FunctionAlreadyExists 409',
  },
  {
    noun: 'KeyValueStore',
    make: () => ({ Name: 'one' }),
    change: () => ({ Comment: 'changed' }),
    key: () => ({ Name: 'one' }),
    read: 'DescribeKeyValueStore',
    noSuch: 'EntityNotFound 404',
    alreadyExists: 'EntityAlreadyExists 409',
  },
];

/** The one public key of the world, made when it is not there yet. */
export function publicKeyIn(world: World): string {
  const [present] = world.publicKeys.keys();
  if (present) return present;
  const PublicKeyConfig = { CallerReference: 'shared', Name: 'shared', EncodedKey: somePublicKey };
  return told<{ PublicKey: { Id: string } }>(ask(world, 'CreatePublicKey', { PublicKeyConfig })).PublicKey.Id;
}

/** Makes one; what names it, and its ETag. */
export function made(world: World, { noun, make, key }: EntityCase): { named: object; etag: string } {
  const created = told<Record<string, never>>(ask(world, `Create${noun}`, make(world)));
  return { named: key(created), etag: String(created.ETag) };
}
