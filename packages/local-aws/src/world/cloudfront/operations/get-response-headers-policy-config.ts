import type {
  GetResponseHeadersPolicyConfigRequest,
  GetResponseHeadersPolicyConfigResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { policyNeed, requirePolicy } from '../response-headers-policy';

export const getResponseHeadersPolicyConfig: Operation<
  GetResponseHeadersPolicyConfigRequest,
  GetResponseHeadersPolicyConfigResult
> = {
  service: 'cloudfront',
  name: 'GetResponseHeadersPolicyConfig',
  needs: ({ Id }, _world, caller) => policyNeed('GetResponseHeadersPolicyConfig', caller, Id),
  perform(world, { Id }, caller) {
    const { config, etag } = requirePolicy(world, caller, Id);
    return { ResponseHeadersPolicyConfig: config, ETag: etag };
  },
};
