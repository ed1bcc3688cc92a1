import type { GetDistributionRequest, GetDistributionResult } from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import { distributionOutput } from '../answers';
import { requireDistribution } from '../find';

export const getDistribution: Operation<GetDistributionRequest, GetDistributionResult> = {
  service: 'cloudfront',
  name: 'GetDistribution',
  needs: ({ Id }, _world, caller) => [
    { action: 'cloudfront:GetDistribution', resource: distributionArn(caller.accountId, Id ?? '') },
  ],
  perform(world, { Id }, caller) {
    const distribution = requireDistribution(world, caller, Id);
    return { Distribution: distributionOutput(world, distribution), ETag: distribution.etag };
  },
};
