import type { DistributionConfig, Method } from '@aws-sdk/client-cloudfront';
import type { DistributionDraft } from '@cutover/redirect-site';
import { type SettingWords, settingWords } from './settings';

/** Managed-CachingDisabled: every request meets the function, and nothing that an origin says is kept. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
/**
 * Managed-AllViewerAndCloudFrontHeaders-2022-06. A function is shown CloudFront-Viewer-Country and
 * CloudFront-Forwarded-Proto only where a policy of the behaviour lists them.
 */
const WITH_CLOUDFRONT_HEADERS = '33f36d7e-f396-46d9-90e0-52428a34d9dc';

const READS: Method[] = ['GET', 'HEAD'];
/** A form that is posted to an old address has to meet its 307 or 308; others would be refused with 403. */
const METHODS: Method[] = [...READS, 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'];

/** Names the origin, and so tells in a list of distributions, which has no caller references, whose one is. */
export const originIdOf = (callerReference: string): string => `redirects-${callerReference}`;

/** The configuration of a distribution that serves redirects and nothing else. */
export function managedConfig(draft: DistributionDraft): DistributionConfig {
  const originId = originIdOf(draft.callerReference);
  const settings = settingWords(draft);
  return {
    CallerReference: draft.callerReference,
    Comment: draft.comment,
    Enabled: true,
    HttpVersion: 'http2and3',
    IsIPV6Enabled: true,
    PriceClass: settings.priceClass as DistributionConfig['PriceClass'],
    Aliases: {
      Quantity: draft.aliases.length,
      Items: draft.aliases.length > 0 ? [...draft.aliases] : undefined,
    },
    ViewerCertificate: certificateOf(draft.certificateArn),
    Logging: loggingOf(settings.logs),
    Origins: {
      Quantity: 1,
      Items: [
        {
          Id: originId,
          DomainName: settings.originDomainName,
          CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'https-only' },
        },
      ],
    },
    DefaultCacheBehavior: {
      TargetOriginId: originId,
      ViewerProtocolPolicy: settings.viewerProtocolPolicy,
      AllowedMethods: {
        Quantity: METHODS.length,
        Items: METHODS,
        CachedMethods: { Quantity: READS.length, Items: READS },
      },
      Compress: false,
      CachePolicyId: CACHING_DISABLED,
      OriginRequestPolicyId: WITH_CLOUDFRONT_HEADERS,
      FunctionAssociations: {
        Quantity: 1,
        Items: [{ FunctionARN: draft.functionArn, EventType: 'viewer-request' }],
      },
    },
  };
}

const loggingOf = (logs: SettingWords['logs']): DistributionConfig['Logging'] =>
  logs && { Enabled: true, IncludeCookies: false, Bucket: logs.bucket, Prefix: logs.prefix };

const certificateOf = (arn: string | undefined): DistributionConfig['ViewerCertificate'] =>
  arn === undefined
    ? { CloudFrontDefaultCertificate: true }
    : { ACMCertificateArn: arn, SSLSupportMethod: 'sni-only', MinimumProtocolVersion: 'TLSv1.2_2021' };
