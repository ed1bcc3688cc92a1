import { createHash } from 'node:crypto';
import { newVersionId } from '../ids';
import type { World } from '../world';
import { type Bucket, noVersionId, type ObjectVersion } from './bucket';

export interface NewObject {
  readonly body: Uint8Array;
  readonly contentType?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly kmsKeyArn?: string | undefined;
}

/** A new version where the bucket keeps them, else in the place of the one without an id. */
export function writeObject(world: World, bucket: Bucket, key: string, object: NewObject): ObjectVersion {
  const { body, contentType = 'application/octet-stream', metadata = {}, kmsKeyArn } = object;
  const version: ObjectVersion = {
    versionId: bucket.versioning === 'Enabled' ? newVersionId(world) : noVersionId,
    body,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    contentType,
    metadata,
    kmsKeyArn,
    modifiedAt: world.now,
  };
  const others = (bucket.objects.get(key) ?? []).filter(({ versionId }) => versionId !== version.versionId);
  bucket.objects.set(key, [version, ...others]);
  return version;
}
