import { GetBucketVersioningCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { readObject, type S3Object } from '../s3-object';

/** One version of a rule file in S3. */
export type RulesVersion = Required<S3Object>;

/** Rule files in a bucket that keeps every version: what is live can be read again, and gone back to. */
export interface RulesBucket {
  /** undefined where there is no such bucket. */
  isVersioned(bucket: string): Promise<boolean | undefined>;
  put(bucket: string, key: string, bytes: Uint8Array): Promise<RulesVersion>;
  /** As CloudFormation takes a template that is too large for a request. */
  urlOf(version: RulesVersion): string;
  /** undefined where the bucket, or this version, is gone. */
  get(version: RulesVersion): Promise<Uint8Array | undefined>;
}

const call = (operation: string, resource: string): Call => ({ service: 'S3', operation, resource });

export function rulesBucket(client: S3Client, region: string): RulesBucket {
  return {
    isVersioned: (bucket) =>
      attemptUnless('Absent', call('GetBucketVersioning', `the bucket ${bucket}`), async () => {
        const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: bucket }));
        return Status === 'Enabled';
      }),

    put: (bucket, key, bytes) =>
      attempt(call('PutObject', `s3://${bucket}/${key}`), async () => {
        const { VersionId = '' } = await client.send(
          new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }),
        );
        return { bucket, key, versionId: VersionId };
      }),

    urlOf: ({ bucket, key, versionId }) => {
      const path = key.split('/').map(encodeURIComponent).join('/');
      return `https://${bucket}.s3.${region}.amazonaws.com/${path}?versionId=${encodeURIComponent(versionId)}`;
    },

    get: (version) => readObject(async () => client, version),
  };
}
