import type { PutObjectCommandOutput } from '@aws-sdk/client-s3';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { needOnObject, requireBucket, versionIdIn } from './bucket';
import { writeObject } from './write-object';

interface PutObjectInput {
  readonly Bucket?: string;
  readonly Key?: string;
  readonly Body?: Uint8Array;
  readonly ContentType?: string;
  readonly Metadata?: Record<string, string>;
  readonly IfNoneMatch?: string;
}

/** One object, in one piece. */
export const putObject: Operation<PutObjectInput, Partial<PutObjectCommandOutput>> = {
  service: 's3',
  name: 'PutObject',
  needs: needOnObject('PutObject'),
  perform(world, { Bucket, Key = '', Body = new Uint8Array(), ContentType, Metadata, IfNoneMatch }, caller) {
    const bucket = requireBucket(world, caller, Bucket);
    if (IfNoneMatch === '*' && bucket.objects.has(Key))
      throw new AwsFailure(
        'PreconditionFailed',
        412,
        'At least one of the pre-conditions you specified did not hold',
      );
    const version = writeObject(world, bucket, Key, {
      body: Body,
      contentType: ContentType,
      metadata: Metadata,
    });
    return { ETag: version.etag, ...versionIdIn(bucket, version) };
  },
};
