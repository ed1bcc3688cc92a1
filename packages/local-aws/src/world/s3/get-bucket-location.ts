import type { GetBucketLocationRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** The region of a bucket; us-east-1 is told by an empty answer. */
export const getBucketLocation: Operation<GetBucketLocationRequest, { LocationConstraint?: string }> = {
  service: 's3',
  name: 'GetBucketLocation',
  needs: needOnBucket('GetBucketLocation'),
  perform(world, { Bucket: name }, caller) {
    const { region } = requireBucket(world, caller, name);
    return region === 'us-east-1' ? {} : { LocationConstraint: region };
  },
};
