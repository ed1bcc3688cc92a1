import type { Operation } from '../operation';
import { createBucket } from './create-bucket';
import { deleteBucket } from './delete-bucket';
import { deleteObject } from './delete-object';
import { getBucketLocation } from './get-bucket-location';
import { getBucketVersioning } from './get-bucket-versioning';
import { getObject } from './get-object';
import { headBucket } from './head-bucket';
import { headObject } from './head-object';
import { listObjectsV2 } from './list-objects-v2';
import { putBucketVersioning } from './put-bucket-versioning';
import { putObject } from './put-object';

/** As much of S3 as files need that something else reads: rules of redirects, imports of key value stores. */
export const s3Operations: readonly Operation[] = [
  createBucket,
  deleteBucket,
  deleteObject,
  getBucketLocation,
  getBucketVersioning,
  getObject,
  headBucket,
  headObject,
  listObjectsV2,
  putBucketVersioning,
  putObject,
];
