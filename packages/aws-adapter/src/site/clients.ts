import type { ACMClient } from '@aws-sdk/client-acm';
import type { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import type { CloudFrontKeyValueStoreClient } from '@aws-sdk/client-cloudfront-keyvaluestore';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { lazy, type RequestHandler, settingsOf } from '../client-settings';
import type { AwsCredentials } from '../credentials';

export interface SiteClientsOptions {
  /** The caller's own keys: a site is in the account of its stack. */
  readonly credentials: AwsCredentials;
  readonly requestHandler?: RequestHandler;
}

/** SDK clients, each loaded and made when it is first asked for. */
export interface SiteClients {
  readonly cloudFront: () => Promise<CloudFrontClient>;
  /** The data plane of the key value stores. */
  readonly keyValueStore: () => Promise<CloudFrontKeyValueStoreClient>;
  readonly acm: () => Promise<ACMClient>;
  readonly route53: () => Promise<Route53Client>;
  readonly s3: () => Promise<S3Client>;
  readonly ssm: () => Promise<SSMClient>;
}

export function siteClientsOf({ credentials, requestHandler }: SiteClientsOptions): SiteClients {
  const settings = settingsOf(credentials, requestHandler);
  return {
    cloudFront: lazy(async () => new (await import('../sdk/cloudfront')).CloudFrontClient(settings)),
    keyValueStore: lazy(async () => {
      const { CloudFrontKeyValueStoreClient } = await import('../sdk/cloudfront-keyvaluestore');
      return new CloudFrontKeyValueStoreClient(settings);
    }),
    acm: lazy(async () => new (await import('../sdk/acm')).ACMClient(settings)),
    route53: lazy(async () => new (await import('../sdk/route-53')).Route53Client(settings)),
    // The rules may be in a bucket of any region, which S3 tells in its first answer.
    s3: lazy(
      async () => new (await import('../sdk/s3')).S3Client({ ...settings, followRegionRedirects: true }),
    ),
    ssm: lazy(async () => new (await import('../sdk/ssm')).SSMClient(settings)),
  };
}
