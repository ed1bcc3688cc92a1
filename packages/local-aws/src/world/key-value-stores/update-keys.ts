import type { UpdateKeysRequest, UpdateKeysResponse } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { Operation } from '../operation';
import { requireSmallBatch } from './limits';
import { needOnItems } from './named-store';
import { changeStore } from './write';

/**
 * Up to 50 keys at once, all or nothing. A key that is in Puts and Deletes is gone afterwards, as people saw whose tool
 * deleted the old pair of a key and put the new one in one request.
 */
export const updateKeys: Operation<UpdateKeysRequest, UpdateKeysResponse> = {
  service: 'cloudfront-keyvaluestore',
  name: 'UpdateKeys',
  needs: needOnItems('UpdateKeys'),
  perform(world, { Puts = [], Deletes = [], ...input }, caller) {
    const change = {
      puts: Puts.map(({ Key = '', Value = '' }) => [Key, Value] as const),
      deletes: Deletes.map(({ Key = '' }) => Key),
    };
    requireSmallBatch(change);
    return changeStore(world, caller, input, change);
  },
};
