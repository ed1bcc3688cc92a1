import type { DescribeCertificateResponse } from '@aws-sdk/client-acm';
import type { CertificatePort, Migration, Ports } from '@cutover/alias-migration';
import type { World } from '@cutover/local-aws';
import { unlessAbsent } from './absent';
import { alarmsInProcess } from './alarms';
import { type AskAs, administratorIn, assuming } from './callers';
import { cloudFrontInProcess } from './cloud-front';
import { dnsInProcess } from './dns';
import type { Line } from './line';
import { parametersInProcess } from './parameters';
import { type Health, viewerInProcess } from './viewer';

export { type AskAs, administratorIn } from './callers';
export * from './line';
export { parametersInProcess } from './parameters';
export type { Health } from './viewer';

/**
 * The domain's ports straight on a world: the same gate, the same faults, no XML and no socket.
 * @param target who asks on the target's side, and assumes the roles of source and zone
 */
export function portsInProcess(
  world: World,
  line: Line,
  { accountId, source, dns, externalDns }: Migration,
  health: Health,
  target: AskAs = administratorIn(accountId),
): Ports {
  return {
    cloudFront: {
      target: cloudFrontInProcess(line, target),
      source: cloudFrontInProcess(line, assuming(world, line, target, source)),
    },
    certificates: certificatesInProcess(line, target),
    alarms: alarmsInProcess(line, target),
    dns: dnsInProcess(line, world, assuming(world, line, target, dns ?? externalDns)),
    viewer: viewerInProcess(world, health),
    parameters: parametersInProcess(line, target),
  };
}

const certificatesInProcess = (line: Line, as: AskAs): CertificatePort => ({
  findCertificate: async (arn) =>
    unlessAbsent(() => {
      const input = { CertificateArn: arn };
      const { Certificate: found } = line.call<DescribeCertificateResponse>({
        service: 'acm',
        operation: 'DescribeCertificate',
        input,
        caller: as(),
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
