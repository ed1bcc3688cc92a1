import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { attemptUnless } from './failures/attempt';

export interface S3Object {
  readonly bucket: string;
  readonly key: string;
  /** Left out: the newest. */
  readonly versionId?: string;
}

/** @returns undefined where the bucket, the object or this version of it is gone */
export function readObject(
  client: () => Promise<S3Client>,
  object: S3Object,
): Promise<Uint8Array | undefined> {
  const call = { service: 'S3', operation: 'GetObject', resource: wordsFor(object) } as const;
  return attemptUnless('Absent', call, async () => {
    const { bucket, key, versionId } = object;
    const command = new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId });
    const { Body } = await (await client()).send(command);
    if (Body === undefined) throw new Error('the answer holds no object');
    return Body.transformToByteArray();
  });
}

const wordsFor = ({ bucket, key, versionId }: S3Object): string =>
  `${versionId === undefined ? '' : `version ${versionId} of `}s3://${bucket}/${key}`;
