import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { S3Client } from '@aws-sdk/client-s3';
import type { RequestHandler } from './client-settings';
import type { AwsCredentials } from './credentials';

export interface RegionOptions {
  readonly credentials: AwsCredentials;
  /** The registry and stacks are regional, and so are the buckets that they read. */
  readonly region: string;
  readonly requestHandler?: RequestHandler;
}

/** A person or a pipeline waits for these calls, so throttling is waited out, unlike in a handler's turn. */
const maxAttempts = 8;

/** The clients of an account in one region. */
export const regionClients = ({ credentials, region, requestHandler }: RegionOptions) => {
  const settings = {
    region,
    credentials,
    maxAttempts,
    retryMode: 'adaptive',
    ...(requestHandler && { requestHandler }),
  };
  return {
    cloudFormation: new CloudFormationClient(settings),
    // Endpoints on loopback have no host names for buckets.
    s3: new S3Client({ ...settings, forcePathStyle: true }),
  };
};
