import type { DeleteCachePolicyRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { cachePolicy } from './cache-policy';

export const deleteCachePolicy: Operation<DeleteCachePolicyRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteCachePolicy',
  needs: needOn(cachePolicy, 'DeleteCachePolicy'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, cachePolicy, caller, { Id, IfMatch });
    return {};
  },
};
