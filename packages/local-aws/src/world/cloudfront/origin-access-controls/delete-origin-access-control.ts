import type { DeleteOriginAccessControlRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { deleteEntity, needOn } from '../entities/versions';
import { originAccessControl } from './origin-access-control';

export const deleteOriginAccessControl: Operation<DeleteOriginAccessControlRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteOriginAccessControl',
  needs: needOn(originAccessControl, 'DeleteOriginAccessControl'),
  perform(world, { Id, IfMatch }, caller) {
    deleteEntity(world, originAccessControl, caller, { Id, IfMatch });
    return {};
  },
};
