import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RulesObject, RulesPort } from '@cutover/redirect-site';
import { attemptUnless } from '../failures/attempt';

/** Rule files in S3. */
export function rulesPort(client: () => Promise<S3Client>): RulesPort {
  return {
    read: (source) =>
      attemptUnless(
        'Absent',
        { service: 'S3', operation: 'GetObject', resource: wordsFor(source) },
        async () => {
          const { bucket, key, versionId } = source;
          const command = new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId });
          const { Body } = await (await client()).send(command);
          if (Body === undefined) throw new Error('the answer holds no object');
          return Body.transformToByteArray();
        },
      ),
  };
}

const wordsFor = ({ bucket, key, versionId }: RulesObject): string =>
  `${versionId === undefined ? '' : `version ${versionId} of `}object ${key} in bucket ${bucket}`;
