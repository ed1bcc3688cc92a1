import type {
  UpdateResponseHeadersPolicyRequest,
  UpdateResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { responseHeadersPolicy, responseHeadersPolicyOutput } from './response-headers-policy';

export const updateResponseHeadersPolicy: Operation<
  UpdateResponseHeadersPolicyRequest,
  UpdateResponseHeadersPolicyResult
> = {
  service: 'cloudfront',
  name: 'UpdateResponseHeadersPolicy',
  needs: needOn(responseHeadersPolicy, 'UpdateResponseHeadersPolicy'),
  perform(world, { Id, IfMatch, ResponseHeadersPolicyConfig: config }, caller) {
    const entity = updateEntity(world, responseHeadersPolicy, caller, { Id, IfMatch }, config);
    return { ResponseHeadersPolicy: responseHeadersPolicyOutput(entity), ETag: entity.etag };
  },
};
