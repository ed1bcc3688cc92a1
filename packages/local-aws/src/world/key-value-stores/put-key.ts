import type { PutKeyRequest, PutKeyResponse } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { Operation } from '../operation';
import { needOnItems } from './named-store';
import { changeStore } from './write';

/** One item, new or instead of the one that has its key. */
export const putKey: Operation<PutKeyRequest, PutKeyResponse> = {
  service: 'cloudfront-keyvaluestore',
  name: 'PutKey',
  needs: needOnItems('PutKey'),
  perform: (world, { Key = '', Value = '', ...input }, caller) =>
    changeStore(world, caller, input, { puts: [[Key, Value]], deletes: [] }),
};
