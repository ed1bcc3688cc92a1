import type { DistributionConfig } from '@aws-sdk/client-cloudfront';

/** A configuration with something in most places, as an account of some years has it. */
export const richConfig = (certificateArn: string, aliases: string[]): DistributionConfig => ({
  CallerReference: 'rich <&> config',
  Comment: 'Ünïcode, "quotes" & <brackets>',
  Enabled: true,
  Aliases: { Quantity: aliases.length, Items: aliases },
  DefaultRootObject: 'index.html',
  PriceClass: 'PriceClass_100',
  HttpVersion: 'http2and3',
  IsIPV6Enabled: true,
  Origins: {
    Quantity: 2,
    Items: [
      {
        Id: 'app',
        DomainName: 'app.example.net',
        OriginPath: '/v1',
        CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'x-from', HeaderValue: 'edge' }] },
        CustomOriginConfig: {
          HTTPPort: 80,
          HTTPSPort: 443,
          OriginProtocolPolicy: 'https-only',
          OriginSslProtocols: { Quantity: 1, Items: ['TLSv1.2'] },
          OriginReadTimeout: 20,
          OriginKeepaliveTimeout: 10,
        },
      },
      {
        Id: 'pictures',
        DomainName: 'pictures.example.net',
        CustomHeaders: { Quantity: 0 },
        CustomOriginConfig: { HTTPPort: 8080, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
      },
    ],
  },
  DefaultCacheBehavior: {
    TargetOriginId: 'app',
    ViewerProtocolPolicy: 'redirect-to-https',
    AllowedMethods: {
      Quantity: 3,
      Items: ['HEAD', 'GET', 'OPTIONS'],
      CachedMethods: { Quantity: 2, Items: ['HEAD', 'GET'] },
    },
    Compress: true,
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3',
  },
  CacheBehaviors: {
    Quantity: 1,
    Items: [
      {
        PathPattern: '/pictures/*',
        TargetOriginId: 'pictures',
        ViewerProtocolPolicy: 'allow-all',
        CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
      },
    ],
  },
  CustomErrorResponses: {
    Quantity: 1,
    Items: [{ ErrorCode: 404, ResponsePagePath: '/404.html', ResponseCode: '404', ErrorCachingMinTTL: 5 }],
  },
  ViewerCertificate: {
    ACMCertificateArn: certificateArn,
    SSLSupportMethod: 'sni-only',
    MinimumProtocolVersion: 'TLSv1.2_2021',
  },
});
