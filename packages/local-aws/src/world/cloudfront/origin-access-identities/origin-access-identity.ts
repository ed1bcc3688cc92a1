import type {
  CloudFrontOriginAccessIdentity,
  CloudFrontOriginAccessIdentityConfig,
  CloudFrontOriginAccessIdentitySummary,
} from '@aws-sdk/client-cloudfront';
import { canonicalUserIdOf, newOriginAccessId } from '../../ids';
import type { Entity, OriginAccessIdentityConfig } from '../entities/entity';
import { type EntityKind, entityFailures } from '../entities/kind';
import { illegalUpdate } from '../failures';
import { distributionsUsing } from '../references';

/** The user as whom CloudFront reads a bucket; older than access controls, and still in many accounts. */
export const originAccessIdentity: EntityKind<
  OriginAccessIdentityConfig,
  CloudFrontOriginAccessIdentityConfig
> = {
  arnType: 'origin-access-identity',
  all: (world) => world.originAccessIdentities,
  newId: newOriginAccessId,
  quota: 100,
  failures: entityFailures({
    noSuch: ['NoSuchCloudFrontOriginAccessIdentity', 'The specified origin access identity does not exist.'],
    alreadyExists: [
      'CloudFrontOriginAccessIdentityAlreadyExists',
      'The caller reference that you are using to create an origin access identity is associated with another one.',
    ],
    inUse: [
      'CloudFrontOriginAccessIdentityInUse',
      'The CloudFront origin access identity is still being used.',
    ],
    tooMany: [
      'TooManyCloudFrontOriginAccessIdentities',
      'Your request would cause you to exceed the maximum number of origin access identities allowed.',
    ],
  }),
  accepted({ CallerReference = '', Comment }, { world, accountId, before }) {
    if (before && before.config.CallerReference !== CallerReference)
      throw illegalUpdate(
        'The update contains modifications that are not allowed. (CallerReference cannot be changed.)',
      );
    const s3CanonicalUserId =
      before?.config.s3CanonicalUserId ?? canonicalUserIdOf(world, accountId, CallerReference);
    return { CallerReference, Comment, s3CanonicalUserId };
  },
  clashes: (one, other) => one.CallerReference === other.CallerReference,
  isUsed: (world, { id }) => distributionsUsing(world, 'originAccessIdentities', id).length > 0,
};

export const identityConfig = ({
  config: { CallerReference, Comment },
}: Entity<OriginAccessIdentityConfig>): CloudFrontOriginAccessIdentityConfig => ({
  CallerReference,
  Comment,
});

export const identityOutput = (
  identity: Entity<OriginAccessIdentityConfig>,
): CloudFrontOriginAccessIdentity => ({
  Id: identity.id,
  S3CanonicalUserId: identity.config.s3CanonicalUserId,
  CloudFrontOriginAccessIdentityConfig: identityConfig(identity),
});

export const identitySummary = ({
  id,
  config,
}: Entity<OriginAccessIdentityConfig>): CloudFrontOriginAccessIdentitySummary => ({
  Id: id,
  S3CanonicalUserId: config.s3CanonicalUserId,
  Comment: config.Comment,
});
