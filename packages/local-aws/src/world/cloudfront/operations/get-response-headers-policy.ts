import type {
  GetResponseHeadersPolicyRequest,
  GetResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { policyNeed, policyOutput, requirePolicy } from '../response-headers-policy';

export const getResponseHeadersPolicy: Operation<
  GetResponseHeadersPolicyRequest,
  GetResponseHeadersPolicyResult
> = {
  service: 'cloudfront',
  name: 'GetResponseHeadersPolicy',
  needs: ({ Id }, _world, caller) => policyNeed('GetResponseHeadersPolicy', caller, Id),
  perform(world, { Id }, caller) {
    const policy = requirePolicy(world, caller, Id);
    return { ResponseHeadersPolicy: policyOutput(policy), ETag: policy.etag };
  },
};
