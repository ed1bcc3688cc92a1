import type { ResponseHeadersPolicyConfig } from '@aws-sdk/client-cloudfront';
import { newUuid } from '../../ids';
import { requireQuantities } from '../checks/quantities';
import { type EntityKind, entityFailures } from '../entities/kind';
import { distributionsUsing } from '../references';

/** What CloudFront puts into, and takes out of, the headers of a response. */
export const responseHeadersPolicy: EntityKind<ResponseHeadersPolicyConfig> = {
  arnType: 'response-headers-policy',
  all: (world) => world.responseHeadersPolicies,
  newId: newUuid,
  quota: 20,
  failures: entityFailures({
    noSuch: ['NoSuchResponseHeadersPolicy', 'The response headers policy does not exist.'],
    alreadyExists: [
      'ResponseHeadersPolicyAlreadyExists',
      'A response headers policy with this name already exists. You must provide a unique name. To modify an ' +
        'existing response headers policy, use UpdateResponseHeadersPolicy.',
    ],
    inUse: [
      'ResponseHeadersPolicyInUse',
      'Cannot delete the response headers policy because it is attached to one or more cache behaviors in a ' +
        'CloudFront distribution.',
    ],
    tooMany: [
      'TooManyResponseHeadersPolicies',
      'You have reached the maximum number of response headers policies for this Amazon Web Services account.',
    ],
  }),
  accepted(given) {
    requireQuantities(given, 'ResponseHeadersPolicyConfig');
    return given;
  },
  clashes: (one, other) => one.Name === other.Name,
  isUsed: (world, { id }) => distributionsUsing(world, 'responseHeadersPolicies', id).length > 0,
};
