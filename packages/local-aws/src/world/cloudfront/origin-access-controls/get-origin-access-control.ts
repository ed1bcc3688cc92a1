import type { GetOriginAccessControlRequest, GetOriginAccessControlResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { originAccessControl, originAccessControlOutput } from './origin-access-control';

export const getOriginAccessControl: Operation<GetOriginAccessControlRequest, GetOriginAccessControlResult> =
  {
    service: 'cloudfront',
    name: 'GetOriginAccessControl',
    needs: needOn(originAccessControl, 'GetOriginAccessControl'),
    perform(world, { Id }, caller) {
      const entity = requireEntity(world, originAccessControl, caller, Id);
      return { OriginAccessControl: originAccessControlOutput(entity), ETag: entity.etag };
    },
  };
