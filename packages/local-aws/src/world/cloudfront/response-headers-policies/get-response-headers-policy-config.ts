import type {
  GetResponseHeadersPolicyConfigRequest,
  GetResponseHeadersPolicyConfigResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { responseHeadersPolicy } from './response-headers-policy';

export const getResponseHeadersPolicyConfig: Operation<
  GetResponseHeadersPolicyConfigRequest,
  GetResponseHeadersPolicyConfigResult
> = {
  service: 'cloudfront',
  name: 'GetResponseHeadersPolicyConfig',
  needs: needOn(responseHeadersPolicy, 'GetResponseHeadersPolicyConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireEntity(world, responseHeadersPolicy, caller, Id);
    return { ResponseHeadersPolicyConfig: config, ETag: etag };
  },
};
