import type { GetInvalidationRequest, GetInvalidationResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { requireDistribution } from '../find';
import { noSuchInvalidation } from './failures';
import { invalidationOutput, needOnItsDistribution } from './invalidation';

export const getInvalidation: Operation<GetInvalidationRequest, GetInvalidationResult> = {
  service: 'cloudfront',
  name: 'GetInvalidation',
  needs: needOnItsDistribution('GetInvalidation'),
  perform(world, { DistributionId, Id }, caller) {
    const { id } = requireDistribution(world, caller, DistributionId);
    const invalidation = world.invalidations.get(Id ?? '');
    if (invalidation?.distributionId !== id) throw noSuchInvalidation();
    return { Invalidation: invalidationOutput(world, invalidation) };
  },
};
