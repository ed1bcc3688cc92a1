import type { GetDistributionRequest, GetDistributionResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { distributionOutput } from '../answers';
import { needOnDistribution, requireDistribution } from '../find';

export const getDistribution: Operation<GetDistributionRequest, GetDistributionResult> = {
  service: 'cloudfront',
  name: 'GetDistribution',
  needs: needOnDistribution('GetDistribution'),
  perform(world, { Id }, caller) {
    const distribution = requireDistribution(world, caller, Id);
    return { Distribution: distributionOutput(world, distribution), ETag: distribution.etag };
  },
};
