import type { PutBucketVersioningRequest } from '@aws-sdk/client-s3';
import { requireWord } from '../cloudfront/entities/words';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** From here on, every write makes a version; what was there before has the version `null`. */
export const putBucketVersioning: Operation<PutBucketVersioningRequest, Record<string, never>> = {
  service: 's3',
  name: 'PutBucketVersioning',
  needs: needOnBucket('PutBucketVersioning'),
  perform(world, { Bucket: name, VersioningConfiguration }, caller) {
    const bucket = requireBucket(world, caller, name);
    const status = VersioningConfiguration?.Status;
    requireWord('Status', status, ['Enabled', 'Suspended']);
    world.buckets.set(bucket.name, { ...bucket, versioning: status! });
    return {};
  },
};
