import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Need } from '../operation';
import { bucketArn } from '../s3/bucket';

const loggedTo = (config: DistributionConfig | undefined): string | undefined =>
  config?.Logging?.Enabled ? config.Logging.Bucket : undefined;

/**
 * "When you create or update a distribution and enable logging, CloudFront uses these permissions to update the ACL for
 * the bucket" (Developer Guide, "Permissions required to configure standard logging").
 * @param before left out: a new distribution
 */
export function needsToLog(config: DistributionConfig | undefined, before?: DistributionConfig): Need[] {
  const bucket = loggedTo(config);
  if (bucket === undefined || bucket === loggedTo(before)) return [];
  const resource = bucketArn(bucket.replace(/\.s3[.\w-]*\.amazonaws\.com$/, ''));
  return ['s3:GetBucketAcl', 's3:PutBucketAcl'].map((action) => ({ action, resource }));
}
