import type {
  UpdateOriginAccessControlRequest,
  UpdateOriginAccessControlResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { originAccessControl, originAccessControlOutput } from './origin-access-control';

export const updateOriginAccessControl: Operation<
  UpdateOriginAccessControlRequest,
  UpdateOriginAccessControlResult
> = {
  service: 'cloudfront',
  name: 'UpdateOriginAccessControl',
  needs: needOn(originAccessControl, 'UpdateOriginAccessControl'),
  perform(world, { Id, IfMatch, OriginAccessControlConfig: config }, caller) {
    const entity = updateEntity(world, originAccessControl, caller, { Id, IfMatch }, config);
    return { OriginAccessControl: originAccessControlOutput(entity), ETag: entity.etag };
  },
};
