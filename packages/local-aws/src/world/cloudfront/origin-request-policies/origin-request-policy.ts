import type { OriginRequestPolicyConfig } from '@aws-sdk/client-cloudfront';
import { newUuid } from '../../ids';
import { requireQuantities } from '../checks/quantities';
import { type EntityKind, entityFailures } from '../entities/kind';
import { distributionsUsing } from '../references';

/** What of a viewer's request goes on to the origin. */
export const originRequestPolicy: EntityKind<OriginRequestPolicyConfig> = {
  arnType: 'origin-request-policy',
  all: (world) => world.originRequestPolicies,
  newId: newUuid,
  quota: 20,
  failures: entityFailures({
    noSuch: ['NoSuchOriginRequestPolicy', 'The origin request policy does not exist.'],
    alreadyExists: [
      'OriginRequestPolicyAlreadyExists',
      'An origin request policy with this name already exists. You must provide a unique name. To modify an ' +
        'existing origin request policy, use UpdateOriginRequestPolicy.',
    ],
    inUse: [
      'OriginRequestPolicyInUse',
      'Cannot delete the origin request policy because it is attached to one or more cache behaviors.',
    ],
    tooMany: [
      'TooManyOriginRequestPolicies',
      'You have reached the maximum number of origin request policies for this Amazon Web Services account.',
    ],
  }),
  accepted(given) {
    requireQuantities(given, 'OriginRequestPolicyConfig');
    return { Comment: '', ...given };
  },
  clashes: (one, other) => one.Name === other.Name,
  isUsed: (world, { id }) => distributionsUsing(world, 'originRequestPolicies', id).length > 0,
};
