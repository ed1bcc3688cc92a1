import type { DeleteObjectOutput, DeleteObjectRequest } from '@aws-sdk/client-s3';
import { notModelled } from '../cloudfront/failures';
import type { Operation } from '../operation';
import { needOnObject, requireBucket } from './bucket';

/** Takes one version away, or the object of a bucket without versions. What is not there is no error. */
export const deleteObject: Operation<DeleteObjectRequest, DeleteObjectOutput> = {
  service: 's3',
  name: 'DeleteObject',
  needs: (input) =>
    needOnObject(input.VersionId === undefined ? 'DeleteObject' : 'DeleteObjectVersion')(input),
  perform(world, { Bucket: name, Key: key = '', VersionId: versionId }, caller) {
    const bucket = requireBucket(world, caller, name);
    if (versionId === undefined && bucket.versioning)
      throw notModelled('delete markers: say which VersionId to delete');
    const versions = bucket.objects.get(key) ?? [];
    const rest = versionId === undefined ? [] : versions.filter((each) => each.versionId !== versionId);
    if (rest.length > 0) bucket.objects.set(key, rest);
    else bucket.objects.delete(key);
    return versionId === undefined ? {} : { VersionId: versionId };
  },
};
