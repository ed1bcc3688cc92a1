import type { ListPublicKeysRequest, ListPublicKeysResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { countedList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { publicKey, publicKeySummary } from './public-key';

export const listPublicKeys: Operation<ListPublicKeysRequest, ListPublicKeysResult> = {
  service: 'cloudfront',
  name: 'ListPublicKeys',
  needs: needToList('ListPublicKeys'),
  perform(world, query, caller) {
    const entities = visibleEntities(world, publicKey, caller);
    return { PublicKeyList: countedList(entities, ({ id }) => id, query, publicKeySummary) };
  },
};
