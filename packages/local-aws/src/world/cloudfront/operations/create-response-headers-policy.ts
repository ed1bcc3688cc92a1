import type {
  CreateResponseHeadersPolicyRequest,
  CreateResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import { newEtag, newUuid } from '../../ids';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { policyNeed, policyOutput, requirePolicyConfig } from '../response-headers-policy';

export const createResponseHeadersPolicy: Operation<
  CreateResponseHeadersPolicyRequest,
  CreateResponseHeadersPolicyResult
> = {
  service: 'cloudfront',
  name: 'CreateResponseHeadersPolicy',
  needs: (_input, _world, caller) => policyNeed('CreateResponseHeadersPolicy', caller),
  perform(world, { ResponseHeadersPolicyConfig }, caller) {
    const config = requirePolicyConfig(world, caller, ResponseHeadersPolicyConfig);
    const policy = {
      id: newUuid(world),
      accountId: caller.accountId,
      config,
      etag: newEtag(world),
      lastModifiedAt: world.now,
    };
    world.responseHeadersPolicies.set(policy.id, policy);
    return {
      ResponseHeadersPolicy: policyOutput(policy),
      Location: locationOf(`response-headers-policy/${policy.id}`),
      ETag: policy.etag,
    };
  },
};
