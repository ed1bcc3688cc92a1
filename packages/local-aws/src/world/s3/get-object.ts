import type { GetObjectRequest } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needToRead, objectHeaders, requireBucket, requireObject } from './bucket';

/** The newest version of an object, or the one that is named, whole. */
export const getObject: Operation<GetObjectRequest, object> = {
  service: 's3',
  name: 'GetObject',
  needs: needToRead,
  perform(world, input, caller) {
    const version = requireObject(world, caller, input);
    return { ...objectHeaders(requireBucket(world, caller, input.Bucket), version), Body: version.body };
  },
};
