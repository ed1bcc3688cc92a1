import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** S3 API reference: so many keys in one answer, unless fewer are asked for. */
const pageSize = 1000;

/** Keys by their bytes; without delimiters, which nobody here asks for. */
export const listObjectsV2: Operation<ListObjectsV2Request, ListObjectsV2Output> = {
  service: 's3',
  name: 'ListObjectsV2',
  needs: needOnBucket('ListBucket'),
  perform(world, { Bucket, Prefix = '', ContinuationToken, StartAfter, MaxKeys = pageSize }, caller) {
    const { name, objects } = requireBucket(world, caller, Bucket);
    const after = ContinuationToken ?? StartAfter ?? '';
    const left = [...objects.keys()].filter((key) => key.startsWith(Prefix) && key > after).sort();
    const page = left.slice(0, MaxKeys);
    const isTruncated = left.length > page.length;
    return {
      Name: name,
      Prefix,
      MaxKeys,
      KeyCount: page.length,
      IsTruncated: isTruncated,
      ...(isTruncated && { NextContinuationToken: page.at(-1) }),
      Contents: page.map((Key) => {
        const { body, etag, modifiedAt } = objects.get(Key)![0]!;
        return {
          Key,
          ETag: etag,
          Size: body.length,
          LastModified: new Date(modifiedAt),
          StorageClass: 'STANDARD',
        };
      }),
    };
  },
};
