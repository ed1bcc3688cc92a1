import type { DeleteOriginRequestPolicyRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { originRequestPolicy } from './origin-request-policy';

export const deleteOriginRequestPolicy: Operation<DeleteOriginRequestPolicyRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteOriginRequestPolicy',
  needs: needOn(originRequestPolicy, 'DeleteOriginRequestPolicy'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, originRequestPolicy, caller, { Id, IfMatch });
    return {};
  },
};
