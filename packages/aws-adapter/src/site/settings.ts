import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { DistributionSettings } from '@cutover/redirect-site';

/**
 * A distribution has an origin, though the function answers everything. This one never resolves (RFC 2606), so where
 * the function fails, and nobody has named another, a viewer gets a 502 of CloudFront's own, never somebody's page.
 */
const NO_ORIGIN = 'redirects.invalid';

/** Standard logs to S3, which takes the bucket by its domain name. */
const BUCKET_DOMAIN = '.s3.amazonaws.com';

/** Members of a configuration, in CloudFront's words; the XML of an edit and the first configuration have both. */
export interface SettingWords {
  readonly priceClass: string;
  readonly viewerProtocolPolicy: 'redirect-to-https' | 'allow-all';
  readonly originDomainName: string;
  /** Without cookies. */
  readonly logs?: { readonly bucket: string; readonly prefix: string };
}

export const settingWords = ({
  priceClass,
  httpsFirst,
  origin,
  logs,
}: DistributionSettings): SettingWords => ({
  priceClass,
  // http:// too is answered by the function: one hop, not two, where HSTS does not ask for two.
  viewerProtocolPolicy: httpsFirst === 'Always' ? 'redirect-to-https' : 'allow-all',
  originDomainName: origin ?? NO_ORIGIN,
  logs: logs && { bucket: `${logs.bucket}${BUCKET_DOMAIN}`, prefix: logs.prefix },
});

/** The settings of a configuration as a site would declare them. */
export function settingsIn(config: DistributionConfig): DistributionSettings {
  const { PriceClass, DefaultCacheBehavior: behavior, Origins, Logging: logging } = config;
  const origin = Origins?.Items?.find(({ Id }) => Id === behavior?.TargetOriginId)?.DomainName;
  const bucket = logging?.Bucket ?? '';
  return {
    priceClass: PriceClass ?? 'PriceClass_All',
    httpsFirst: httpsFirstOf(behavior?.ViewerProtocolPolicy),
    origin: origin === NO_ORIGIN ? undefined : origin,
    logs: logging?.Enabled
      ? { bucket: bucket.replace(BUCKET_DOMAIN, ''), prefix: logging.Prefix ?? '' }
      : undefined,
  };
}

function httpsFirstOf(policy: string | undefined): DistributionSettings['httpsFirst'] {
  if (policy === 'redirect-to-https') return 'Always';
  return policy === 'allow-all' ? 'WhereHsts' : undefined;
}
