import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { attempt } from '../failures/attempt';

/** Packages in a bucket. */
export interface PackageStore {
  put(bucket: string, key: string, bytes: Uint8Array): Promise<void>;
  remove(bucket: string, key: string): Promise<void>;
}

export function packageStore(client: S3Client): PackageStore {
  const at = (bucket: string, key: string) => `s3://${bucket}/${key}`;
  return {
    put: (bucket, key, bytes) =>
      attempt({ service: 'S3', operation: 'PutObject', resource: at(bucket, key) }, async () => {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
      }),
    remove: (bucket, key) =>
      attempt({ service: 'S3', operation: 'DeleteObject', resource: at(bucket, key) }, async () => {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
      }),
  };
}
