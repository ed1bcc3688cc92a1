import type {
  ListResponseHeadersPoliciesRequest,
  ListResponseHeadersPoliciesResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { policyList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { responseHeadersPolicy, responseHeadersPolicyOutput } from './response-headers-policy';

export const listResponseHeadersPolicies: Operation<
  ListResponseHeadersPoliciesRequest,
  ListResponseHeadersPoliciesResult
> = {
  service: 'cloudfront',
  name: 'ListResponseHeadersPolicies',
  needs: needToList('ListResponseHeadersPolicies'),
  perform(world, query, caller) {
    const policies = visibleEntities(world, responseHeadersPolicy, caller);
    return {
      ResponseHeadersPolicyList: policyList(policies, query, (policy, type) => ({
        ...type,
        ResponseHeadersPolicy: responseHeadersPolicyOutput(policy),
      })),
    };
  },
};
