import type { Instant } from '@cutover/ground';
import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import type { World } from '../world';

export interface Bucket {
  readonly name: string;
  readonly accountId: string;
  readonly region: string;
  readonly createdAt: Instant;
  /** Never set: every write replaces what was there, and versions have the id `null`. */
  readonly versioning?: 'Enabled' | 'Suspended';
  /** By key; the newest version first. */
  readonly objects: Map<string, readonly ObjectVersion[]>;
}

export interface ObjectVersion {
  readonly versionId: string;
  readonly body: Uint8Array;
  /** MD5 of the body, in quotation marks. */
  readonly etag: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Of KMS, by which it is encrypted; left out: by a key of S3's own, which asks nobody. */
  readonly kmsKeyArn?: string | undefined;
  readonly modifiedAt: Instant;
}

/** Of what is written to a bucket that keeps no versions. */
export const noVersionId = 'null';

export const bucketArn = (name = '*'): string => `arn:aws:s3:::${name}`;

export const noSuchBucket = (): AwsFailure =>
  new AwsFailure('NoSuchBucket', 404, 'The specified bucket does not exist');

/**
 * A bucket of the caller's account. Policies of buckets are kept and not evaluated: nobody else gets in.
 * @throws AwsFailure NoSuchBucket, AccessDenied
 */
export function requireBucket(world: World, { accountId }: Caller, name = ''): Bucket {
  const bucket = world.buckets.get(name);
  if (!bucket) throw noSuchBucket();
  if (bucket.accountId !== accountId)
    throw new AwsFailure(
      'AccessDenied',
      403,
      `Access Denied (${name} is of another account, and the local AWS evaluates no bucket policies)`,
    );
  return bucket;
}

interface NamedObject {
  readonly Bucket?: string | undefined;
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
}

/** @throws AwsFailure NoSuchKey, NoSuchVersion */
export function requireObject(
  world: World,
  caller: Caller,
  { Bucket: name, Key: key = '', VersionId: versionId }: NamedObject,
): ObjectVersion {
  const versions = requireBucket(world, caller, name).objects.get(key) ?? [];
  const found = versionId === undefined ? versions[0] : versions.find((each) => each.versionId === versionId);
  if (found) return found;
  throw versionId === undefined
    ? new AwsFailure('NoSuchKey', 404, 'The specified key does not exist.')
    : new AwsFailure('NoSuchVersion', 404, 'The specified version does not exist.');
}

export const needOnBucket =
  (action: string) =>
  ({ Bucket: name }: NamedObject): Need[] => [{ action: `s3:${action}`, resource: bucketArn(name) }];

export const needOnObject =
  (action: string) =>
  ({ Bucket: name, Key = '' }: NamedObject): Need[] => [
    { action: `s3:${action}`, resource: `${bucketArn(name)}/${Key}` },
  ];

/**
 * Who asks for a version needs another permission (S3 User Guide, "Actions, resources, and condition keys"), and who
 * asks for an object under a key of KMS that key ("Using server-side encryption with AWS KMS keys").
 */
export const needToRead = (input: NamedObject, world: World): Need[] => {
  const { Bucket: name = '', Key: key = '', VersionId: versionId } = input;
  const versions = world.buckets.get(name)?.objects.get(key) ?? [];
  const found = versionId === undefined ? versions[0] : versions.find((each) => each.versionId === versionId);
  return [
    ...needOnObject(versionId === undefined ? 'GetObject' : 'GetObjectVersion')(input),
    ...(found?.kmsKeyArn === undefined ? [] : [{ action: 'kms:Decrypt', resource: found.kmsKeyArn }]),
  ];
};

/** What GetObject and HeadObject tell beside the body. */
export const objectHeaders = (bucket: Bucket, version: ObjectVersion) => ({
  ETag: version.etag,
  ContentType: version.contentType,
  LastModified: new Date(version.modifiedAt),
  ContentLength: version.body.length,
  Metadata: version.metadata,
  AcceptRanges: 'bytes',
  ...versionIdIn(bucket, version),
});

/** A bucket that never had versions does not speak of them. */
export const versionIdIn = ({ versioning }: Bucket, { versionId }: ObjectVersion) =>
  versioning === undefined ? {} : { VersionId: versionId };
