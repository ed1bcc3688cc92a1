import type { ListDistributionsRequest, ListDistributionsResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { summaryOutput } from '../answers';
import { pageOf } from '../paging';

export const listDistributions: Operation<ListDistributionsRequest, ListDistributionsResult> = {
  service: 'cloudfront',
  name: 'ListDistributions',
  needs: () => [{ action: 'cloudfront:ListDistributions', resource: '*' }],
  perform(world, { Marker, MaxItems }, caller) {
    const own = [...world.distributions.values()].filter(({ accountId }) => accountId === caller.accountId);
    const page = pageOf(own, ({ id }) => id, Marker, MaxItems);
    const items = page.items.map((distribution) => summaryOutput(world, distribution));
    return {
      DistributionList: {
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
