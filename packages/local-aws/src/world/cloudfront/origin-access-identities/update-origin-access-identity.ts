import type {
  UpdateCloudFrontOriginAccessIdentityRequest,
  UpdateCloudFrontOriginAccessIdentityResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, updateEntity } from '../entities/versions';
import { identityOutput, originAccessIdentity } from './origin-access-identity';

export const updateCloudFrontOriginAccessIdentity: Operation<
  UpdateCloudFrontOriginAccessIdentityRequest,
  UpdateCloudFrontOriginAccessIdentityResult
> = {
  service: 'cloudfront',
  name: 'UpdateCloudFrontOriginAccessIdentity',
  needs: needOn(originAccessIdentity, 'UpdateCloudFrontOriginAccessIdentity'),
  perform(world, { Id, IfMatch, CloudFrontOriginAccessIdentityConfig: config }, caller) {
    const entity = updateEntity(world, originAccessIdentity, caller, { Id, IfMatch }, config);
    return { CloudFrontOriginAccessIdentity: identityOutput(entity), ETag: entity.etag };
  },
};
