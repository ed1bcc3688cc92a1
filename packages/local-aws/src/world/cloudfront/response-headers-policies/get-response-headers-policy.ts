import type {
  GetResponseHeadersPolicyRequest,
  GetResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { responseHeadersPolicy, responseHeadersPolicyOutput } from './response-headers-policy';

export const getResponseHeadersPolicy: Operation<
  GetResponseHeadersPolicyRequest,
  GetResponseHeadersPolicyResult
> = {
  service: 'cloudfront',
  name: 'GetResponseHeadersPolicy',
  needs: needOn(responseHeadersPolicy, 'GetResponseHeadersPolicy'),
  perform(world, { Id }, caller) {
    const entity = requireEntity(world, responseHeadersPolicy, caller, Id);
    return { ResponseHeadersPolicy: responseHeadersPolicyOutput(entity), ETag: entity.etag };
  },
};
