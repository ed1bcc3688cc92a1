import type {
  CreateResponseHeadersPolicyRequest,
  CreateResponseHeadersPolicyResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake } from '../entities/versions';
import { responseHeadersPolicy, responseHeadersPolicyOutput } from './response-headers-policy';

export const createResponseHeadersPolicy: Operation<
  CreateResponseHeadersPolicyRequest,
  CreateResponseHeadersPolicyResult
> = {
  service: 'cloudfront',
  name: 'CreateResponseHeadersPolicy',
  needs: needToMake(responseHeadersPolicy, 'CreateResponseHeadersPolicy'),
  perform(world, { ResponseHeadersPolicyConfig: config }, caller) {
    const entity = createEntity(world, responseHeadersPolicy, caller, config);
    return {
      ResponseHeadersPolicy: responseHeadersPolicyOutput(entity),
      Location: locationOf(`response-headers-policy/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
