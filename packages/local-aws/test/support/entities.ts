import { generateKeyPairSync } from 'node:crypto';
import type { World } from '../../src/world/world';
import { ask, told } from '../world/cloud';

const rsaKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey;

/** One key for all tests: it takes longer to make than everything else. */
export const somePublicKey = rsaKey();

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
