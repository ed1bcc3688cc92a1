import type { GetBucketVersioningOutput, GetBucketVersioningRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** Whether a bucket keeps versions; nothing is answered where nobody has ever said so. */
export const getBucketVersioning: Operation<GetBucketVersioningRequest, GetBucketVersioningOutput> = {
  service: 's3',
  name: 'GetBucketVersioning',
  needs: needOnBucket('GetBucketVersioning'),
  perform(world, { Bucket: name }, caller) {
    const { versioning } = requireBucket(world, caller, name);
    return versioning === undefined ? {} : { Status: versioning };
  },
};
