import type {
  ListResponseHeadersPoliciesRequest,
  ListResponseHeadersPoliciesResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { listOfPolicies } from '../managed/listing';
import { policyOutput } from '../response-headers-policy';

export const listResponseHeadersPolicies: Operation<
  ListResponseHeadersPoliciesRequest,
  ListResponseHeadersPoliciesResult
> = {
  service: 'cloudfront',
  name: 'ListResponseHeadersPolicies',
  needs: () => [{ action: 'cloudfront:ListResponseHeadersPolicies', resource: '*' }],
  perform(world, { Type, Marker, MaxItems }, caller) {
    const summaries = [...world.responseHeadersPolicies.values()]
      .filter(({ accountId }) => accountId === 'aws' || accountId === caller.accountId)
      .map((policy) => ({
        Type: policy.accountId === 'aws' ? ('managed' as const) : ('custom' as const),
        ResponseHeadersPolicy: policyOutput(policy),
      }));
    return {
      ResponseHeadersPolicyList: listOfPolicies(
        summaries,
        ({ ResponseHeadersPolicy }) => ResponseHeadersPolicy.Id ?? '',
        { Type, Marker, MaxItems },
      ),
    };
  },
};
