import type { ListCachePoliciesRequest, ListCachePoliciesResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { managedCachePolicies } from '../managed/cache-policies';
import { listOfPolicies } from '../managed/listing';

/** Only AWS's own: custom cache policies are not in this model. */
export const listCachePolicies: Operation<ListCachePoliciesRequest, ListCachePoliciesResult> = {
  service: 'cloudfront',
  name: 'ListCachePolicies',
  needs: () => [{ action: 'cloudfront:ListCachePolicies', resource: '*' }],
  perform(_world, query) {
    const summaries = [...managedCachePolicies.values()].map((policy) => ({
      Type: 'managed' as const,
      CachePolicy: policy,
    }));
    return { CachePolicyList: listOfPolicies(summaries, ({ CachePolicy }) => CachePolicy.Id ?? '', query) };
  },
};
