import type {
  GetCloudFrontOriginAccessIdentityConfigRequest,
  GetCloudFrontOriginAccessIdentityConfigResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { identityConfig, originAccessIdentity } from './origin-access-identity';

export const getCloudFrontOriginAccessIdentityConfig: Operation<
  GetCloudFrontOriginAccessIdentityConfigRequest,
  GetCloudFrontOriginAccessIdentityConfigResult
> = {
  service: 'cloudfront',
  name: 'GetCloudFrontOriginAccessIdentityConfig',
  needs: needOn(originAccessIdentity, 'GetCloudFrontOriginAccessIdentityConfig'),
  perform(world, { Id }, caller) {
    const entity = requireEntity(world, originAccessIdentity, caller, Id);
    return { CloudFrontOriginAccessIdentityConfig: identityConfig(entity), ETag: entity.etag };
  },
};
