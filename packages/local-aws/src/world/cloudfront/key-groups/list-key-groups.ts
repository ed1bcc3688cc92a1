import type { ListKeyGroupsRequest, ListKeyGroupsResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { countedList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { keyGroup, keyGroupOutput } from './key-group';

export const listKeyGroups: Operation<ListKeyGroupsRequest, ListKeyGroupsResult> = {
  service: 'cloudfront',
  name: 'ListKeyGroups',
  needs: needToList('ListKeyGroups'),
  perform(world, query, caller) {
    const entities = visibleEntities(world, keyGroup, caller);
    return {
      KeyGroupList: countedList(
        entities,
        ({ id }) => id,
        query,
        (entity) => ({ KeyGroup: keyGroupOutput(entity) }),
      ),
    };
  },
};
