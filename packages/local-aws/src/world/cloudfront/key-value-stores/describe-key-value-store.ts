import type { DescribeKeyValueStoreRequest, DescribeKeyValueStoreResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOnStore, requireStore, storeOutput } from './key-value-store';

export const describeKeyValueStore: Operation<DescribeKeyValueStoreRequest, DescribeKeyValueStoreResult> = {
  service: 'cloudfront',
  name: 'DescribeKeyValueStore',
  needs: needOnStore('DescribeKeyValueStore'),
  perform(world, { Name }, caller) {
    const store = requireStore(world, caller, Name);
    return { KeyValueStore: storeOutput(world, store), ETag: store.etag };
  },
};
