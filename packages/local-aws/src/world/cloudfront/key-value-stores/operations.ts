import type { Operation } from '../../operation';
import { createKeyValueStore } from './create-key-value-store';
import { deleteKeyValueStore } from './delete-key-value-store';
import { describeKeyValueStore } from './describe-key-value-store';
import { listKeyValueStores } from './list-key-value-stores';
import { updateKeyValueStore } from './update-key-value-store';

export const keyValueStoreOperations: readonly Operation[] = [
  createKeyValueStore,
  deleteKeyValueStore,
  describeKeyValueStore,
  listKeyValueStores,
  updateKeyValueStore,
];
