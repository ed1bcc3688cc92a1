import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { attempt } from '../failures/attempt';
import { readObject } from '../s3-object';

/** Packages in a bucket. */
export interface PackageStore {
  put(bucket: string, key: string, bytes: Uint8Array): Promise<void>;
  /** undefined where there is none. */
  get(bucket: string, key: string): Promise<Uint8Array | undefined>;
  /** A bucket goes with its stack only when nothing is in it. */
  empty(bucket: string): Promise<void>;
}

export function packageStore(client: S3Client): PackageStore {
  return {
    put: (bucket, key, bytes) =>
      attempt({ service: 'S3', operation: 'PutObject', resource: `s3://${bucket}/${key}` }, async () => {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
      }),
    get: (bucket, key) => readObject(async () => client, { bucket, key }),
    empty: (bucket) =>
      attempt({ service: 'S3', operation: 'DeleteObject', resource: `s3://${bucket}` }, async () => {
        for (let more = true; more; ) {
          const { Contents = [], IsTruncated } = await client.send(
            new ListObjectsV2Command({ Bucket: bucket }),
          );
          for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
          more = IsTruncated ?? false;
        }
      }),
  };
}
