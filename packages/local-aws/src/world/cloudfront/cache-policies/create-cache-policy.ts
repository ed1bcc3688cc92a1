import type { CreateCachePolicyRequest, CreateCachePolicyResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { cachePolicy, cachePolicyOutput } from './cache-policy';

export const createCachePolicy: Operation<CreateCachePolicyRequest, CreateCachePolicyResult> = {
  service: 'cloudfront',
  name: 'CreateCachePolicy',
  needs: needToMake(cachePolicy, 'CreateCachePolicy'),
  perform(world, { CachePolicyConfig: config }, caller) {
    const entity = createEntity(world, cachePolicy, caller, config);
    return {
      CachePolicy: cachePolicyOutput(entity),
      Location: locationOf(`cache-policy/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
