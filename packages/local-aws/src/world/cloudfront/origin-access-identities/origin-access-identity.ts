import type { CloudFrontOriginAccessIdentityConfig } from '@aws-sdk/client-cloudfront';
import { canonicalUserIdOf, newOriginAccessId } from '../../ids';
import type { OriginAccessIdentityConfig } from '../entities/entity';
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
  isRepeat: (given, made) => given.CallerReference === made.CallerReference && given.Comment === made.Comment,
  clashes: (one, other) => one.CallerReference === other.CallerReference,
  isUsed: (world, { id }) => distributionsUsing(world, 'originAccessIdentities', id).length > 0,
};
