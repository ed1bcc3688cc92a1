import type {
  CreateCloudFrontOriginAccessIdentityRequest,
  CreateCloudFrontOriginAccessIdentityResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import { createEntity, needToMake, visibleEntities } from '../entities/versions';
import { identityOutput, originAccessIdentity } from './origin-access-identity';

/** The same reference with the same comment is the same request: it answers what the first one made. */
export const createCloudFrontOriginAccessIdentity: Operation<
  CreateCloudFrontOriginAccessIdentityRequest,
  CreateCloudFrontOriginAccessIdentityResult
> = {
  service: 'cloudfront',
  name: 'CreateCloudFrontOriginAccessIdentity',
  needs: needToMake(originAccessIdentity, 'CreateCloudFrontOriginAccessIdentity'),
  perform(world, { CloudFrontOriginAccessIdentityConfig: config }, caller) {
    const earlier = visibleEntities(world, originAccessIdentity, caller).find(
      (identity) =>
        identity.config.CallerReference === config?.CallerReference &&
        identity.config.Comment === config?.Comment,
    );
    const entity = earlier ?? createEntity(world, originAccessIdentity, caller, config);
    return {
      CloudFrontOriginAccessIdentity: identityOutput(entity),
      Location: locationOf(`origin-access-identity/cloudfront/${entity.id}`),
      ETag: entity.etag,
    };
  },
};
