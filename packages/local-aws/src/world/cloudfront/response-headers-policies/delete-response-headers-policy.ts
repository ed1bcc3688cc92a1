import type { DeleteResponseHeadersPolicyRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { responseHeadersPolicy } from './response-headers-policy';

export const deleteResponseHeadersPolicy: Operation<
  DeleteResponseHeadersPolicyRequest,
  Record<string, never>
> = {
  service: 'cloudfront',
  name: 'DeleteResponseHeadersPolicy',
  needs: needOn(responseHeadersPolicy, 'DeleteResponseHeadersPolicy'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, responseHeadersPolicy, caller, { Id, IfMatch });
    return {};
  },
};
