import type { S3Client } from '@aws-sdk/client-s3';
import type { RulesPort } from '@cutover/redirect-site';
import { readObject } from '../s3-object';

/** Rule files in S3. */
export const rulesPort = (client: () => Promise<S3Client>): RulesPort => ({
  read: (source) => readObject(client, source),
});
