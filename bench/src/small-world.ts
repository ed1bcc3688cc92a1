import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { seedCertificate, seedDistribution, type World } from '@cutover/local-aws';

export const account = { id: '111111111111', name: 'bench' };
export const name = 'a.example.com';
export const distributionId = 'E1BENCHBENCH01';
export const originDomainName = 'origin.example.net';
export const startedAt = Date.now();

const certificateArn = `arn:aws:acm:us-east-1:${account.id}:certificate/bench`;

const config: DistributionConfig = {
  CallerReference: 'bench',
  Aliases: { Quantity: 1, Items: [name] },
  Comment: 'bench',
  Enabled: true,
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
    // The managed policy CachingDisabled.
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  },
  ViewerCertificate: {
    ACMCertificateArn: certificateArn,
    SSLSupportMethod: 'sni-only',
    MinimumProtocolVersion: 'TLSv1.2_2021',
  },
};

/** One distribution with one alias, served everywhere. */
export function fill(world: World): void {
  seedCertificate(world, { accountId: account.id, arn: certificateArn, names: [name] });
  seedDistribution(world, { accountId: account.id, id: distributionId, config });
}
