import type { World } from './world';

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const hex = '0123456789abcdef';

/** A text nobody has drawn before: every draw has a number of its own. */
const draw = (world: World, what: string, alphabet: string, length: number): string =>
  world.chance.text(alphabet, length, 'world', what, world.sequence++);

/** `E` and 13 more, as CloudFront's look today; the older 12 in all are accepted wherever one is read. */
export const newEtag = (world: World): string => `E${draw(world, 'etag', upper, 13)}`;

export const newDistributionId = (world: World): string => `E${draw(world, 'distribution', upper, 13)}`;

/** Origin access controls and identities have ids like those of distributions. */
export const newOriginAccessId = (world: World): string => `E${draw(world, 'origin access', upper, 13)}`;

export const newPublicKeyId = (world: World): string => `K${draw(world, 'public key', upper, 13)}`;

/** How S3 knows the identity that this reference made: 96 hexadecimal digits. No draw: the check before it may refuse. */
export const canonicalUserIdOf = (world: World, accountId: string, reference: string): string =>
  world.chance.text(hex, 96, accountId, `canonical user ${reference}`, 0);

/** `I2J0I21PCUYOIK` */
export const newInvalidationId = (world: World): string => `I${draw(world, 'invalidation', upper, 13)}`;

/** `d111111abcdef8.cloudfront.net` */
export const newDomainName = (world: World): string => `d${draw(world, 'domain', lower, 13)}.cloudfront.net`;

/** Ids of policies, key groups, key value stores and certificates. */
export function newUuid(world: World): string {
  const digits = draw(world, 'uuid', hex, 32);
  const parts = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20)];
  return [...parts, digits.slice(20)].join('-');
}

/** `KV3UN6WX5RRO2AG`: what the API of the items calls a version, which is not the ETag of the store. */
export const newStoreEtag = (world: World): string => `KV${draw(world, 'store etag', upper, 13)}`;

/** S3's look like this; what they are made of means nothing. */
export const newVersionId = (world: World): string => draw(world, 'object version', `${upper}${lower}._`, 32);
