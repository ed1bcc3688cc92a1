import type {
  ListCloudFrontOriginAccessIdentitiesRequest,
  ListCloudFrontOriginAccessIdentitiesResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { markedList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { identitySummary, originAccessIdentity } from './origin-access-identity';

export const listCloudFrontOriginAccessIdentities: Operation<
  ListCloudFrontOriginAccessIdentitiesRequest,
  ListCloudFrontOriginAccessIdentitiesResult
> = {
  service: 'cloudfront',
  name: 'ListCloudFrontOriginAccessIdentities',
  needs: needToList('ListCloudFrontOriginAccessIdentities'),
  perform(world, query, caller) {
    const entities = visibleEntities(world, originAccessIdentity, caller);
    return {
      CloudFrontOriginAccessIdentityList: markedList(entities, ({ id }) => id, query, identitySummary),
    };
  },
};
