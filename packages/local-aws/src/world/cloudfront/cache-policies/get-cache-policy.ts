import type { GetCachePolicyRequest, GetCachePolicyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { cachePolicy, cachePolicyOutput } from './cache-policy';

export const getCachePolicy: Operation<GetCachePolicyRequest, GetCachePolicyResult> = {
  service: 'cloudfront',
  name: 'GetCachePolicy',
  needs: needOn(cachePolicy, 'GetCachePolicy'),
  perform(world, { Id }, caller) {
    const entity = requireEntity(world, cachePolicy, caller, Id);
    return { CachePolicy: cachePolicyOutput(entity), ETag: entity.etag };
  },
};
