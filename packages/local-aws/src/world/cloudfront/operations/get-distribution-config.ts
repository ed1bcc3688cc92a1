import type { GetDistributionConfigRequest, GetDistributionConfigResult } from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import { requireDistribution } from '../find';

export const getDistributionConfig: Operation<GetDistributionConfigRequest, GetDistributionConfigResult> = {
  service: 'cloudfront',
  name: 'GetDistributionConfig',
  needs: ({ Id }, _world, caller) => [
    { action: 'cloudfront:GetDistributionConfig', resource: distributionArn(caller.accountId, Id ?? '') },
  ],
  perform(world, { Id }, caller) {
    const { config, etag } = requireDistribution(world, caller, Id);
    return { DistributionConfig: config, ETag: etag };
  },
};
