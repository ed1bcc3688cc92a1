import type { GetCachePolicyRequest, GetCachePolicyResult } from '@aws-sdk/client-cloudfront';
import { cachePolicyArn } from '../../arns';
import type { Operation } from '../../operation';
import { noSuchPolicy } from '../failures';
import { managedCachePolicies } from '../managed/cache-policies';
import { managedEtag } from '../managed/managed-policy';

export const getCachePolicy: Operation<GetCachePolicyRequest, GetCachePolicyResult> = {
  service: 'cloudfront',
  name: 'GetCachePolicy',
  needs: ({ Id }, _world, caller) => [
    { action: 'cloudfront:GetCachePolicy', resource: cachePolicyArn(caller.accountId, Id ?? '') },
  ],
  perform(_world, { Id }) {
    const policy = managedCachePolicies.get(Id ?? '');
    if (!policy) throw noSuchPolicy('cache');
    return { CachePolicy: policy, ETag: managedEtag };
  },
};
