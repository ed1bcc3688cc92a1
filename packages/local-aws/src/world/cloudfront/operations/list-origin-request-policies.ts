import type {
  ListOriginRequestPoliciesRequest,
  ListOriginRequestPoliciesResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { listOfPolicies } from '../managed/listing';
import { managedOriginRequestPolicies } from '../managed/origin-request-policies';

/** Only AWS's own: custom origin request policies are not in this model. */
export const listOriginRequestPolicies: Operation<
  ListOriginRequestPoliciesRequest,
  ListOriginRequestPoliciesResult
> = {
  service: 'cloudfront',
  name: 'ListOriginRequestPolicies',
  needs: () => [{ action: 'cloudfront:ListOriginRequestPolicies', resource: '*' }],
  perform(_world, query) {
    const summaries = [...managedOriginRequestPolicies.values()].map((policy) => ({
      Type: 'managed' as const,
      OriginRequestPolicy: policy,
    }));
    return {
      OriginRequestPolicyList: listOfPolicies(
        summaries,
        ({ OriginRequestPolicy }) => OriginRequestPolicy.Id ?? '',
        query,
      ),
    };
  },
};
