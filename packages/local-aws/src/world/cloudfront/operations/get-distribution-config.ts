import type { GetDistributionConfigRequest, GetDistributionConfigResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOnDistribution, requireDistribution } from '../find';

export const getDistributionConfig: Operation<GetDistributionConfigRequest, GetDistributionConfigResult> = {
  service: 'cloudfront',
  name: 'GetDistributionConfig',
  needs: needOnDistribution('GetDistributionConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireDistribution(world, caller, Id);
    return { DistributionConfig: config, ETag: etag };
  },
};
