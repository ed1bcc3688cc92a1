import type { DeleteBucketRequest } from '@aws-sdk/client-s3';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** Only an empty one goes. */
export const deleteBucket: Operation<DeleteBucketRequest, Record<string, never>> = {
  service: 's3',
  name: 'DeleteBucket',
  needs: needOnBucket('DeleteBucket'),
  perform(world, { Bucket: name }, caller) {
    const bucket = requireBucket(world, caller, name);
    if (bucket.objects.size > 0)
      throw new AwsFailure('BucketNotEmpty', 409, 'The bucket you tried to delete is not empty');
    world.buckets.delete(bucket.name);
    return {};
  },
};
