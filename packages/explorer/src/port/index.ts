import type { DescribeCertificateResponse } from '@aws-sdk/client-acm';
import type { CertificatePort, Migration, Ports } from '@cutover/alias-migration';
import type { World } from '@cutover/local-aws';
import { unlessAbsent } from './absent';
import { cloudFrontInProcess } from './cloud-front';
import { dnsInProcess } from './dns';
import type { Line } from './line';
import { parametersInProcess } from './parameters';
import { type Health, viewerInProcess } from './viewer';

export * from './line';
export type { Health } from './viewer';

/** The domain's ports straight on a world: the same gate, the same faults, no XML and no socket. */
export function portsInProcess(world: World, line: Line, migration: Migration, health: Health): Ports {
  const { accountId, source } = migration;
  return {
    cloudFront: {
      target: cloudFrontInProcess(line, accountId),
      source: cloudFrontInProcess(line, source.accountId),
    },
    certificates: certificatesInProcess(line, accountId),
    // The zone is in the source's account, as in the article's case.
    dns: dnsInProcess(line, world, source.accountId),
    viewer: viewerInProcess(world, health),
    parameters: parametersInProcess(line, accountId),
  };
}

const certificatesInProcess = (line: Line, accountId: string): CertificatePort => ({
  findCertificate: async (arn) =>
    unlessAbsent(() => {
      const input = { CertificateArn: arn };
      const { Certificate: found } = line.call<DescribeCertificateResponse>({
        service: 'acm',
        operation: 'DescribeCertificate',
        input,
        accountId,
      });
      const names = [found?.DomainName ?? '', ...(found?.SubjectAlternativeNames ?? [])].map((name) =>
        name.toLowerCase(),
      );
      return {
        arn: found?.CertificateArn ?? arn,
        status: found?.Status ?? 'UNKNOWN',
        names: [...new Set(names)].filter((name) => name !== ''),
        notAfter: found?.NotAfter?.getTime(),
      };
    }),
});
