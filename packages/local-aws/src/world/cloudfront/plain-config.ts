import type { DefaultCacheBehavior, DistributionConfig } from '@aws-sdk/client-cloudfront';

export interface PlainDistribution {
  /** Its caller reference, and its comment. */
  readonly reference: string;
  readonly originDomainName: string;
  readonly aliases?: readonly string[];
  /** Without one the distribution serves under its own domain name only, as CloudFront wants it. */
  readonly certificateArn?: string;
}

/** The managed policy CachingDisabled: every request reaches the origin. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

/** A configuration for worlds in which only names, certificate and origin matter: one origin over http, nothing cached. */
export const plainConfig = ({
  reference,
  originDomainName,
  aliases = [],
  certificateArn,
}: PlainDistribution): DistributionConfig & { DefaultCacheBehavior: DefaultCacheBehavior } => ({
  CallerReference: reference,
  Comment: reference,
  Enabled: true,
  Aliases: { Quantity: aliases.length, ...(aliases.length > 0 && { Items: [...aliases] }) },
  Origins: {
    Quantity: 1,
    Items: [
      {
        Id: 'origin',
        DomainName: originDomainName,
        CustomOriginConfig: { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
      },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: 'origin',
    ViewerProtocolPolicy: 'redirect-to-https',
    CachePolicyId: cachingDisabled,
  },
  ...(certificateArn && {
    ViewerCertificate: {
      ACMCertificateArn: certificateArn,
      SSLSupportMethod: 'sni-only' as const,
      MinimumProtocolVersion: 'TLSv1.2_2021' as const,
    },
  }),
});
