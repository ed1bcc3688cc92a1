import type { UpdateCachePolicyRequest, UpdateCachePolicyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { cachePolicy, cachePolicyOutput } from './cache-policy';

export const updateCachePolicy: Operation<UpdateCachePolicyRequest, UpdateCachePolicyResult> = {
  service: 'cloudfront',
  name: 'UpdateCachePolicy',
  needs: needOn(cachePolicy, 'UpdateCachePolicy'),
  perform(world, { Id, IfMatch, CachePolicyConfig: config }, caller) {
    const entity = updateEntity(world, cachePolicy, caller, { Id, IfMatch }, config);
    return { CachePolicy: cachePolicyOutput(entity), ETag: entity.etag };
  },
};
