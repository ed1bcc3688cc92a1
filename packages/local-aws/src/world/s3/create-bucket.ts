import type { CreateBucketOutput, CreateBucketRequest } from '@aws-sdk/client-s3';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { needOnBucket } from './bucket';

/** "Bucket naming rules" (S3 User Guide), without the reserved prefixes and suffixes. */
const nameForm = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** An empty bucket, whose name is taken then for every account. */
export const createBucket: Operation<CreateBucketRequest, CreateBucketOutput> = {
  service: 's3',
  name: 'CreateBucket',
  needs: needOnBucket('CreateBucket'),
  perform(world, { Bucket: name = '', CreateBucketConfiguration }, { accountId, region }) {
    if (!nameForm.test(name))
      throw new AwsFailure('InvalidBucketName', 400, `The specified bucket is not valid. (${name})`);
    const taken = world.buckets.get(name);
    if (taken) throw taken.accountId === accountId ? ownedAlready() : takenByAnother();
    world.buckets.set(name, {
      name,
      accountId,
      region: CreateBucketConfiguration?.LocationConstraint ?? region,
      createdAt: world.now,
      objects: new Map(),
    });
    return { Location: `/${name}` };
  },
};

const ownedAlready = () =>
  new AwsFailure(
    'BucketAlreadyOwnedByYou',
    409,
    'Your previous request to create the named bucket succeeded and you already own it.',
  );

const takenByAnother = () =>
  new AwsFailure(
    'BucketAlreadyExists',
    409,
    'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please ' +
      'select a different name and try again.',
  );
