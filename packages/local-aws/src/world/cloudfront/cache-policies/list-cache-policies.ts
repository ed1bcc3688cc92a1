import type { ListCachePoliciesRequest, ListCachePoliciesResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { policyList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { cachePolicy, cachePolicyOutput } from './cache-policy';

export const listCachePolicies: Operation<ListCachePoliciesRequest, ListCachePoliciesResult> = {
  service: 'cloudfront',
  name: 'ListCachePolicies',
  needs: needToList('ListCachePolicies'),
  perform(world, query, caller) {
    const policies = visibleEntities(world, cachePolicy, caller);
    return {
      CachePolicyList: policyList(policies, query, (policy, type) => ({
        ...type,
        CachePolicy: cachePolicyOutput(policy),
      })),
    };
  },
};
