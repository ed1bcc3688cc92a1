import type {
  GetOriginAccessControlConfigRequest,
  GetOriginAccessControlConfigResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { originAccessControl } from './origin-access-control';

export const getOriginAccessControlConfig: Operation<
  GetOriginAccessControlConfigRequest,
  GetOriginAccessControlConfigResult
> = {
  service: 'cloudfront',
  name: 'GetOriginAccessControlConfig',
  needs: needOn(originAccessControl, 'GetOriginAccessControlConfig'),
  perform(world, { Id }, caller) {
    const { config, etag } = requireEntity(world, originAccessControl, caller, Id);
    return { OriginAccessControlConfig: config, ETag: etag };
  },
};
