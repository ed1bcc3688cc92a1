import type {
  UpdateResponseHeadersPolicyRequest,
  UpdateResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import { newEtag } from '../../ids';
import type { Operation } from '../../operation';
import { illegalUpdate } from '../failures';
import { requireMatch } from '../preconditions';
import { policyNeed, policyOutput, requirePolicy, requirePolicyConfig } from '../response-headers-policy';

/** Replaces the whole policy. Edges take it from here at once: its propagation is not modelled. */
export const updateResponseHeadersPolicy: Operation<
  UpdateResponseHeadersPolicyRequest,
  UpdateResponseHeadersPolicyResult
> = {
  service: 'cloudfront',
  name: 'UpdateResponseHeadersPolicy',
  needs: ({ Id }, _world, caller) => policyNeed('UpdateResponseHeadersPolicy', caller, Id),
  perform(world, { Id, IfMatch, ResponseHeadersPolicyConfig }, caller) {
    const policy = requirePolicy(world, caller, Id);
    if (policy.accountId === 'aws')
      throw illegalUpdate(
        'The update contains modifications that are not allowed. (AWS manages this policy.)',
      );
    requireMatch(IfMatch, policy.etag);
    policy.config = requirePolicyConfig(world, caller, ResponseHeadersPolicyConfig, policy);
    policy.etag = newEtag(world);
    policy.lastModifiedAt = world.now;
    return { ResponseHeadersPolicy: policyOutput(policy), ETag: policy.etag };
  },
};
