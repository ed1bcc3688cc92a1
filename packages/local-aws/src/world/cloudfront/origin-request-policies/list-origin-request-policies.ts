import type {
  ListOriginRequestPoliciesRequest,
  ListOriginRequestPoliciesResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { policyList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { originRequestPolicy, originRequestPolicyOutput } from './origin-request-policy';

export const listOriginRequestPolicies: Operation<
  ListOriginRequestPoliciesRequest,
  ListOriginRequestPoliciesResult
> = {
  service: 'cloudfront',
  name: 'ListOriginRequestPolicies',
  needs: needToList('ListOriginRequestPolicies'),
  perform(world, query, caller) {
    const policies = visibleEntities(world, originRequestPolicy, caller);
    return {
      OriginRequestPolicyList: policyList(policies, query, (policy, type) => ({
        ...type,
        OriginRequestPolicy: originRequestPolicyOutput(policy),
      })),
    };
  },
};
