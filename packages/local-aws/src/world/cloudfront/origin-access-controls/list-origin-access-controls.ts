import type {
  ListOriginAccessControlsRequest,
  ListOriginAccessControlsResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { markedList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { originAccessControl, originAccessControlSummary } from './origin-access-control';

export const listOriginAccessControls: Operation<
  ListOriginAccessControlsRequest,
  ListOriginAccessControlsResult
> = {
  service: 'cloudfront',
  name: 'ListOriginAccessControls',
  needs: needToList('ListOriginAccessControls'),
  perform(world, query, caller) {
    const entities = visibleEntities(world, originAccessControl, caller);
    return {
      OriginAccessControlList: markedList(entities, ({ id }) => id, query, originAccessControlSummary),
    };
  },
};
