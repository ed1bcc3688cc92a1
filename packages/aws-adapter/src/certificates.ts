import { type ACMClient, type CertificateDetail, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import type { Certificate, CertificatePort } from '@cutover/alias-migration';
import { attemptUnless } from './failures/attempt';

/** Certificates of ACM in us-east-1, the only region that CloudFront takes them from. */
export function certificatePort(client: () => Promise<ACMClient>): CertificatePort {
  return {
    findCertificate: (arn) => {
      const call = {
        service: 'ACM',
        operation: 'DescribeCertificate',
        resource: `certificate ${arn}`,
      } as const;
      return attemptUnless('Absent', call, async () => {
        const answer = await (await client()).send(new DescribeCertificateCommand({ CertificateArn: arn }));
        return certificateOf(arn, answer.Certificate);
      });
    },
  };
}

function certificateOf(arn: string, detail: CertificateDetail | undefined): Certificate {
  if (detail === undefined) throw new Error('the answer holds no certificate');
  // The domain name is usually among the alternative names too.
  const names = [detail.DomainName ?? '', ...(detail.SubjectAlternativeNames ?? [])]
    .filter((name) => name !== '')
    .map((name) => name.toLowerCase());
  return {
    arn: detail.CertificateArn ?? arn,
    status: detail.Status ?? 'UNKNOWN',
    names: [...new Set(names)],
    notAfter: detail.NotAfter?.getTime(),
  };
}
