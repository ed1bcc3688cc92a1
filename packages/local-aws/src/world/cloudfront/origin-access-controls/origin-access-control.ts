import type { OriginAccessControlConfig } from '@aws-sdk/client-cloudfront';
import { newOriginAccessId } from '../../ids';
import { type EntityKind, entityFailures } from '../entities/kind';
import { requireWord } from '../entities/words';
import { invalidArgument } from '../failures';
import { distributionsUsing } from '../references';

/** How CloudFront signs its requests to an origin. */
export const originAccessControl: EntityKind<OriginAccessControlConfig> = {
  arnType: 'origin-access-control',
  all: (world) => world.originAccessControls,
  newId: newOriginAccessId,
  quota: 100,
  failures: entityFailures({
    noSuch: ['NoSuchOriginAccessControl', 'The origin access control does not exist.'],
    alreadyExists: [
      'OriginAccessControlAlreadyExists',
      'An origin access control with the specified parameters already exists.',
    ],
    inUse: [
      'OriginAccessControlInUse',
      "Cannot delete the origin access control because it's in use by one or more distributions.",
    ],
    tooMany: [
      'TooManyOriginAccessControls',
      'The number of origin access controls in your Amazon Web Services account exceeds the maximum allowed.',
    ],
  }),
  accepted(given) {
    if (!given.Name || given.Name.length > 64)
      throw invalidArgument('The parameter Name must have 1 to 64 characters.');
    requireWord('SigningProtocol', given.SigningProtocol, ['sigv4', 'sigv4a']);
    requireWord('SigningBehavior', given.SigningBehavior, [
      'never',
      'always',
      'no-override',
      'always-amz-auth',
    ]);
    requireWord('OriginAccessControlOriginType', given.OriginAccessControlOriginType, [
      's3',
      'mediastore',
      'mediapackagev2',
      'lambda',
    ]);
    return { Description: '', ...given };
  },
  clashes: (one, other) => one.Name === other.Name,
  isUsed: (world, { id }) => distributionsUsing(world, 'originAccessControls', id).length > 0,
};
