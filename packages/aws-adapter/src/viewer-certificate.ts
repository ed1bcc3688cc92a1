import type { ViewerCertificate as CloudFrontViewerCertificate } from '@aws-sdk/client-cloudfront';
import type { ViewerCertificate } from '@cutover/alias-migration';

/** A default certificate reads back with `vip` and `TLSv1` beside it, so the ids are asked first. */
export function viewerCertificateOf(answer: CloudFrontViewerCertificate | undefined): ViewerCertificate {
  if (answer?.ACMCertificateArn) {
    return {
      kind: 'acm',
      arn: answer.ACMCertificateArn,
      sslSupportMethod: answer.SSLSupportMethod ?? 'sni-only',
      minimumProtocolVersion: answer.MinimumProtocolVersion ?? 'TLSv1',
    };
  }
  if (answer?.IAMCertificateId) return { kind: 'iam', id: answer.IAMCertificateId };
  return { kind: 'default' };
}
