import type { GetKeyRequest, GetKeyResponse } from '@aws-sdk/client-cloudfront-keyvaluestore';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { needOnItems, requireReadyItems } from './named-store';
import { summaryOf } from './store-items';

/** One item, as it was written last; edges may still have another value. */
export const getKey: Operation<GetKeyRequest, GetKeyResponse> = {
  service: 'cloudfront-keyvaluestore',
  name: 'GetKey',
  needs: needOnItems('GetKey'),
  perform(world, { Key = '', ...named }, caller) {
    const { contents } = requireReadyItems(world, caller, named);
    const value = contents.items.get(Key);
    if (value === undefined) throw noSuchKey(Key);
    const { itemCount, bytes } = summaryOf(contents);
    return { Key, Value: value, ItemCount: itemCount, TotalSizeInBytes: bytes };
  },
};

export const noSuchKey = (key: string): AwsFailure =>
  new AwsFailure('ResourceNotFoundException', 404, `Key ${key} was not found.`);
