import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { namedDistribution } from './distribution';
import type { FaultKind } from './kind';

const looksAtCertificate = new Set([
  'AssociateAlias',
  'CreateDistribution',
  'UpdateDistribution',
  'UpdateDomainAssociation',
]);

export const expired: FaultKind = {
  kind: 'expired',
  sentence:
    'The certificate that a distribution has, or is about to get, runs out just before the call: CloudFront takes no new name on it.',
  settings: {},
  lasts: true,
  canStrike: (service, operation) => service === 'cloudfront' && looksAtCertificate.has(operation),
  meanwhile: ({ world, request }) => {
    const { DistributionConfig: given } = request.input as { DistributionConfig?: DistributionConfig };
    const config = given ?? namedDistribution(world, request)?.config;
    const certificate = world.certificates.get(config?.ViewerCertificate?.ACMCertificateArn ?? '');
    if (certificate) certificate.notAfter = Math.min(certificate.notAfter, world.now);
  },
};
