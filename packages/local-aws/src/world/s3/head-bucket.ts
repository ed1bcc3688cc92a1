import type { HeadBucketOutput, HeadBucketRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** Whether a bucket is there, and where. */
export const headBucket: Operation<HeadBucketRequest, HeadBucketOutput> = {
  service: 's3',
  name: 'HeadBucket',
  needs: needOnBucket('ListBucket'),
  perform: (world, { Bucket: name }, caller) => ({ BucketRegion: requireBucket(world, caller, name).region }),
};
