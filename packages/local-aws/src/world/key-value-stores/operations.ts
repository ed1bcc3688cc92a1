import type { Operation } from '../operation';
import { deleteKey } from './delete-key';
import { describeKeyValueStore } from './describe-key-value-store';
import { getKey } from './get-key';
import { listKeys } from './list-keys';
import { putKey } from './put-key';
import { updateKeys } from './update-keys';

/** The API of the items; that of the stores is CloudFront's own. */
export const keyValueStoreOperations: readonly Operation[] = [
  deleteKey,
  describeKeyValueStore,
  getKey,
  listKeys,
  putKey,
  updateKeys,
];
