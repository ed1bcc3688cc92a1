import type { ListKeyValueStoresRequest, ListKeyValueStoresResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import type { Entity, KeyValueStoreConfig } from '../entities/entity';
import { needToList, visibleEntities } from '../entities/versions';
import { countedList } from '../listing';
import { keyValueStore, storeOutput } from './key-value-store';

/** All of the account, or those with a status. */
export const listKeyValueStores: Operation<ListKeyValueStoresRequest, ListKeyValueStoresResult> = {
  service: 'cloudfront',
  name: 'ListKeyValueStores',
  needs: needToList('ListKeyValueStores'),
  perform(world, { Status, ...query }, caller) {
    const output = (store: Entity<KeyValueStoreConfig>) => storeOutput(world, store);
    const stores = visibleEntities(world, keyValueStore, caller).filter(
      (store) => Status === undefined || output(store).Status === Status,
    );
    return { KeyValueStoreList: countedList(stores, query, output) };
  },
};
