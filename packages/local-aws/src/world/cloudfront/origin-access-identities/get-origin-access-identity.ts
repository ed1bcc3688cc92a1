import type {
  GetCloudFrontOriginAccessIdentityRequest,
  GetCloudFrontOriginAccessIdentityResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOn, requireEntity } from '../entities/versions';
import { identityOutput, originAccessIdentity } from './origin-access-identity';

export const getCloudFrontOriginAccessIdentity: Operation<
  GetCloudFrontOriginAccessIdentityRequest,
  GetCloudFrontOriginAccessIdentityResult
> = {
  service: 'cloudfront',
  name: 'GetCloudFrontOriginAccessIdentity',
  needs: needOn(originAccessIdentity, 'GetCloudFrontOriginAccessIdentity'),
  perform(world, { Id }, caller) {
    const entity = requireEntity(world, originAccessIdentity, caller, Id);
    return { CloudFrontOriginAccessIdentity: identityOutput(entity), ETag: entity.etag };
  },
};
