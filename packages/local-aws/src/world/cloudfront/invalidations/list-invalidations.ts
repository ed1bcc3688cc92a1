import type { ListInvalidationsRequest, ListInvalidationsResult } from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import { requireDistribution } from '../find';
import { pageOf } from '../paging';
import { invalidationsOf, statusOf } from './invalidation';

/** The newest first, without their paths. */
export const listInvalidations: Operation<ListInvalidationsRequest, ListInvalidationsResult> = {
  service: 'cloudfront',
  name: 'ListInvalidations',
  needs: ({ DistributionId }, _world, caller) => [
    {
      action: 'cloudfront:ListInvalidations',
      resource: distributionArn(caller.accountId, DistributionId ?? ''),
    },
  ],
  perform(world, { DistributionId, Marker, MaxItems }, caller) {
    const { id } = requireDistribution(world, caller, DistributionId);
    const page = pageOf(invalidationsOf(world, id).reverse(), (each) => each.id, Marker, MaxItems);
    const items = page.items.map((each) => ({
      Id: each.id,
      CreateTime: new Date(each.createdAt),
      Status: statusOf(world, each),
    }));
    return {
      InvalidationList: {
        Marker: Marker ?? '',
        ...(page.nextMarker && { NextMarker: page.nextMarker }),
        MaxItems: page.maxItems,
        IsTruncated: page.nextMarker !== undefined,
        Quantity: items.length,
        ...(items.length && { Items: items }),
      },
    };
  },
};
