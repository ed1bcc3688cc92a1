import type { ListInvalidationsRequest, ListInvalidationsResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { requireDistribution } from '../find';
import { markedList } from '../listing';
import { invalidationsOf, needOnItsDistribution, statusOf } from './invalidation';

/** The newest first, without their paths. */
export const listInvalidations: Operation<ListInvalidationsRequest, ListInvalidationsResult> = {
  service: 'cloudfront',
  name: 'ListInvalidations',
  needs: needOnItsDistribution('ListInvalidations'),
  perform(world, { DistributionId, ...query }, caller) {
    const { id } = requireDistribution(world, caller, DistributionId);
    const newestFirst = invalidationsOf(world, id).reverse();
    return {
      InvalidationList: markedList(newestFirst, query, (each) => ({
        Id: each.id,
        CreateTime: new Date(each.createdAt),
        Status: statusOf(world, each),
      })),
    };
  },
};
