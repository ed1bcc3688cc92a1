import type {
  CreateDistributionWithTagsRequest,
  CreateDistributionWithTagsResult,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import { missingBody } from '../failures';
import { needsToLog } from '../log-bucket';
import { requireTags } from '../tags';
import { create } from './create-distribution';

/** There is no permission of this name: it takes the two that it is made of. */
export const createDistributionWithTags: Operation<
  CreateDistributionWithTagsRequest,
  CreateDistributionWithTagsResult
> = {
  service: 'cloudfront',
  name: 'CreateDistributionWithTags',
  needs: ({ DistributionConfigWithTags: given }, _world, caller) => [
    ...['cloudfront:CreateDistribution', 'cloudfront:TagResource'].map((action) => ({
      action,
      resource: distributionArn(caller.accountId, '*'),
    })),
    ...needsToLog(given?.DistributionConfig),
  ],
  perform(world, { DistributionConfigWithTags: given }, caller) {
    if (!given) throw missingBody();
    return create(world, caller.accountId, given.DistributionConfig, requireTags(given.Tags));
  },
};
