import type { DeleteCloudFrontOriginAccessIdentityRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { originAccessIdentity } from './origin-access-identity';

export const deleteCloudFrontOriginAccessIdentity: Operation<
  DeleteCloudFrontOriginAccessIdentityRequest,
  Record<string, never>
> = {
  service: 'cloudfront',
  name: 'DeleteCloudFrontOriginAccessIdentity',
  needs: needOn(originAccessIdentity, 'DeleteCloudFrontOriginAccessIdentity'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, originAccessIdentity, caller, { Id, IfMatch });
    return {};
  },
};
