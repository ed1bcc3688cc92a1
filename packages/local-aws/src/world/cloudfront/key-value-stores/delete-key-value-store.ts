import type { DeleteKeyValueStoreRequest } from '@aws-sdk/client-cloudfront';
import { send } from '../../arrivals';
import type { Operation } from '../../operation';
import { deleteEntity } from '../entities/versions';
import { keyValueStore, needOnStore, requireStore } from './key-value-store';

export const deleteKeyValueStore: Operation<DeleteKeyValueStoreRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteKeyValueStore',
  needs: needOnStore('DeleteKeyValueStore'),
  perform(world, { Name, IfMatch }, caller) {
    const { id: Id } = requireStore(world, caller, Name);
    deleteEntity(world, keyValueStore, caller, { Id, IfMatch });
    world.storeItems.delete(Id);
    send(world, { kind: 'store gone', storeId: Id });
    return {};
  },
};
