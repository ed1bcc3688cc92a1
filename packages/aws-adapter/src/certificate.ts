import { type ACMClient, type CertificateDetail, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { attemptUnless } from './failures/attempt';

/** What every reader wants to know of a certificate, and the rest as ACM has it. */
interface FoundCertificate {
  readonly arn: string;
  readonly status: string;
  /** Lower case, each once. */
  readonly names: readonly string[];
  readonly detail: CertificateDetail;
}

/** @returns undefined where there is none */
export function findCertificate(
  client: () => Promise<ACMClient>,
  arn: string,
): Promise<FoundCertificate | undefined> {
  const call = {
    service: 'ACM',
    operation: 'DescribeCertificate',
    resource: `certificate ${arn}`,
  } as const;
  return attemptUnless('Absent', call, async () => {
    const command = new DescribeCertificateCommand({ CertificateArn: arn });
    const { Certificate: detail } = await (await client()).send(command);
    if (detail === undefined) throw new Error('the answer holds no certificate');
    return {
      arn: detail.CertificateArn ?? arn,
      status: detail.Status ?? 'UNKNOWN',
      names: namesOf(detail),
      detail,
    };
  });
}

/** The domain name is usually among the alternative names too. */
function namesOf({ DomainName = '', SubjectAlternativeNames = [] }: CertificateDetail): string[] {
  const names = [DomainName, ...SubjectAlternativeNames].filter((name) => name !== '');
  return [...new Set(names.map((name) => name.toLowerCase()))];
}
