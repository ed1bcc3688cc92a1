import type { HeadObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needToRead, objectHeaders, requireBucket, requireObject } from './bucket';

/** All about an object but its bytes. */
export const headObject: Operation<HeadObjectRequest, object> = {
  service: 's3',
  name: 'HeadObject',
  needs: needToRead,
  perform: (world, input, caller) =>
    objectHeaders(requireBucket(world, caller, input.Bucket), requireObject(world, caller, input)),
};
