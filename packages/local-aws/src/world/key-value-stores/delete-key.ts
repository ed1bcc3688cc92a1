import type { DeleteKeyRequest, DeleteKeyResponse } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { Operation } from '../operation';
import { noSuchKey } from './get-key';
import { needOnItems, requireReadyItems } from './named-store';
import { changeStore } from './write';

/** One item, which has to be there. */
export const deleteKey: Operation<DeleteKeyRequest, DeleteKeyResponse> = {
  service: 'cloudfront-keyvaluestore',
  name: 'DeleteKey',
  needs: needOnItems('DeleteKey'),
  perform(world, { Key = '', ...input }, caller) {
    if (!requireReadyItems(world, caller, input).contents.items.has(Key)) throw noSuchKey(Key);
    return changeStore(world, caller, input, { puts: [], deletes: [Key] });
  },
};
