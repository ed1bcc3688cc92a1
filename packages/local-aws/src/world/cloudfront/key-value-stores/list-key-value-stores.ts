import type { ListKeyValueStoresRequest, ListKeyValueStoresResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { countedList } from '../entities/listing';
import { needToList, visibleEntities } from '../entities/versions';
import { keyValueStore, storeOutput } from './key-value-store';

/** All of the account, or those with a status. */
export const listKeyValueStores: Operation<ListKeyValueStoresRequest, ListKeyValueStoresResult> = {
  service: 'cloudfront',
  name: 'ListKeyValueStores',
  needs: needToList('ListKeyValueStores'),
  perform(world, { Status, ...query }, caller) {
    const stores = visibleEntities(world, keyValueStore, caller)
      .map((store) => storeOutput(world, store))
      .filter((store) => Status === undefined || store.Status === Status);
    return {
      KeyValueStoreList: countedList(
        stores,
        ({ Id }) => Id ?? '',
        query,
        (store) => store,
      ),
    };
  },
};
