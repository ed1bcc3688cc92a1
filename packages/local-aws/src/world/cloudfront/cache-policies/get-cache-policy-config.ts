import type { GetCachePolicyConfigRequest, GetCachePolicyConfigResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { cachePolicy } from './cache-policy';

export const getCachePolicyConfig: Operation<GetCachePolicyConfigRequest, GetCachePolicyConfigResult> = {
  service: 'cloudfront',
  name: 'GetCachePolicyConfig',
  needs: needOn(cachePolicy, 'GetCachePolicyConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireEntity(world, cachePolicy, caller, Id);
    return { CachePolicyConfig: config, ETag: etag };
  },
};
