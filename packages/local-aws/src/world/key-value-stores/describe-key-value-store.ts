import type {
  DescribeKeyValueStoreRequest,
  DescribeKeyValueStoreResponse,
} from '@aws-sdk/client-cloudfront-keyvaluestore';
import { storeArn, storeStatus } from '../cloudfront/key-value-stores/key-value-store';
import type { Operation } from '../operation';
import { needOnItems, requireItems } from './named-store';
import { summaryOf } from './store-items';

/** How much is in a store, and the ETag that its writes ask for. */
export const describeKeyValueStore: Operation<DescribeKeyValueStoreRequest, DescribeKeyValueStoreResponse> = {
  service: 'cloudfront-keyvaluestore',
  name: 'DescribeKeyValueStore',
  needs: needOnItems('DescribeKeyValueStore'),
  perform(world, input, caller) {
    const { entity, contents } = requireItems(world, caller, input);
    const { itemCount, bytes, etag, modifiedAt } = summaryOf(contents);
    return {
      ItemCount: itemCount,
      TotalSizeInBytes: bytes,
      KvsARN: storeArn(entity),
      Created: new Date(entity.createdAt),
      ETag: etag,
      LastModified: new Date(modifiedAt),
      Status: storeStatus(world, entity),
      ...(entity.config.failure !== undefined && { FailureReason: entity.config.failure }),
    };
  },
};
