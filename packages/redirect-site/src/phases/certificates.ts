import type { SiteJournal } from '../journal';
import type { SiteCertificate } from '../port';
import { act, type Outcome, wait } from './phase';

/** Certificates that the site has requested: one that was given, or that a distribution brought, is not ours. */
export function certificatesToRemove({ slots, declared }: SiteJournal): string[] {
  const arns = slots.flatMap((slot) =>
    [slot.isGiven ? undefined : slot.certificateArn, slot.request?.arn, ...slot.spentCertificates].filter(
      (arn) => arn !== declared.CertificateArn && arn !== slot.before?.certificateArn,
    ),
  );
  return [...new Set(arns.filter((arn) => arn !== undefined))];
}

/** Undefined where it is gone. */
export function removeCertificate(certificate: SiteCertificate | undefined): Outcome | undefined {
  if (!certificate) return undefined;
  return certificate.inUse
    ? wait('CloudFront to let go of a certificate', 30)
    : act({ kind: 'removeCertificate', arn: certificate.arn }, 'Removing a certificate that nothing needs.');
}
