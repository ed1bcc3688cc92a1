import type { UpdateKeyValueStoreRequest, UpdateKeyValueStoreResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { updateEntity } from '../entities/versions';
import { keyValueStore, needOnStore, requireStore, storeOutput } from './key-value-store';

/** Only the comment can change here; keys and values have an API of their own. */
export const updateKeyValueStore: Operation<UpdateKeyValueStoreRequest, UpdateKeyValueStoreResult> = {
  service: 'cloudfront',
  name: 'UpdateKeyValueStore',
  needs: needOnStore('UpdateKeyValueStore'),
  perform(world, { Name, Comment = '', IfMatch }, caller) {
    const { id: Id, config } = requireStore(world, caller, Name);
    const store = updateEntity(world, keyValueStore, caller, { Id, IfMatch }, { ...config, Comment });
    return { KeyValueStore: storeOutput(world, store), ETag: store.etag };
  },
};
