import type { CertificateStatus } from '@aws-sdk/client-acm';
import { AwsFailure } from '../failure';
import { newUuid } from '../ids';
import type { Caller, Need } from '../operation';
import type { Certificate, World } from '../world';

export const newCertificateArn = (world: World, caller: Caller): string =>
  `arn:aws:acm:${caller.region}:${caller.accountId}:certificate/${newUuid(world)}`;

/** ACM is regional: a certificate of another region or account is simply not there. */
export function findCertificate(world: World, arn: string | undefined, caller: Caller): Certificate {
  if (!/^arn:[\w-]+:acm:[\w-]+:\d+:certificate\/.+$/.test(arn ?? ''))
    throw new AwsFailure('InvalidArnException', 400, `The ARN ${arn} is not that of a certificate.`);
  const certificate = world.certificates.get(arn ?? '');
  if (!certificate || certificate.accountId !== caller.accountId || certificate.region !== caller.region)
    throw new AwsFailure('ResourceNotFoundException', 400, `Could not find certificate ${arn}.`);
  return certificate;
}

/** By the clock: whatever was issued expires. */
export const certificateStatus = (world: World, { status, notAfter }: Certificate): CertificateStatus =>
  status === 'ISSUED' && world.now >= notAfter ? 'EXPIRED' : status;

/** Whether it was ever issued. */
export const isIssued = ({ status }: Certificate): boolean => status === 'ISSUED' || status === 'EXPIRED';

/** ARNs of the distributions that carry the certificate. */
export const usersOf = (world: World, arn: string): string[] =>
  [...world.distributions.values()]
    .filter((distribution) => distribution.config.ViewerCertificate?.ACMCertificateArn === arn)
    .map((distribution) => distribution.arn);

export const certificateNeed = (action: string, arn: string | undefined): Need[] => [
  { action: `acm:${action}`, resource: arn ?? '*' },
];
