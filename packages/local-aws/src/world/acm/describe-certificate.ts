import type {
  CertificateDetail,
  DescribeCertificateRequest,
  DescribeCertificateResponse,
  DomainValidation,
  KeyAlgorithm,
  RenewalSummary,
} from '@aws-sdk/client-acm';
import { minutesToMs } from '@cutover/ground';
import type { Operation } from '../operation';
import type { Certificate, Validation, World } from '../world';
import { certificateNeed, certificateStatus, findCertificate, isIssued, usersOf } from './certificates';
import { domainOf, isProved, validationRecord } from './validation';

export const describeCertificate: Operation<DescribeCertificateRequest, DescribeCertificateResponse> = {
  service: 'acm',
  name: 'DescribeCertificate',
  needs: (input) => certificateNeed('DescribeCertificate', input.CertificateArn),
  perform: (world, input, caller) => ({
    Certificate: detail(world, findCertificate(world, input.CertificateArn, caller)),
  }),
};

function detail(world: World, certificate: Certificate): CertificateDetail {
  const requested = certificate.type === 'AMAZON_ISSUED';
  const dates = { NotBefore: new Date(certificate.notBefore), NotAfter: new Date(certificate.notAfter) };
  const users = usersOf(world, certificate.arn);
  const options = certificate.names.map((name) => optionOf(world, certificate, name));
  return {
    CertificateArn: certificate.arn,
    DomainName: certificate.names[0],
    SubjectAlternativeNames: certificate.names,
    Status: certificateStatus(world, certificate),
    Type: certificate.type,
    // Answers write RSA-2048 where requests write RSA_2048.
    KeyAlgorithm: certificate.keyAlgorithm.replace('_', '-') as KeyAlgorithm,
    InUseBy: users,
    // Only what is in use is renewed by itself, and only by ACM what ACM has issued.
    RenewalEligibility: requested && isIssued(certificate) && users.length ? 'ELIGIBLE' : 'INELIGIBLE',
    ...(certificate.validation && { CreatedAt: new Date(certificate.validation.requestedAt) }),
    ...(certificate.failureReason && { FailureReason: certificate.failureReason }),
    ...(isIssued(certificate) && dates),
    ...(requested && {
      ...(isIssued(certificate) && { Issuer: 'Amazon', IssuedAt: dates.NotBefore }),
      DomainValidationOptions: options,
    }),
    ...(users.length &&
      isRenewalDue(world, certificate) && { RenewalSummary: renewal(certificate, options) }),
  };
}

/** The record that proves the domain, once ACM has made it up; or whom it has written to. */
function optionOf(world: World, certificate: Certificate, name: string): DomainValidation {
  const { validation, accountId } = certificate;
  const domain = domainOf(name);
  const option: DomainValidation = {
    DomainName: name,
    ValidationDomain: name,
    ValidationMethod: validation?.method ?? 'DNS',
    ValidationStatus: validationStatus(world, certificate, name),
  };
  if (validation?.method === 'EMAIL') return { ...option, ValidationEmails: mailboxes(domain) };
  if (!isShown(world, validation)) return option;
  return { ...option, ResourceRecord: validationRecord(world, accountId, domain) };
}

const isShown = (world: World, validation: Validation | undefined): boolean =>
  world.now >= (validation?.shownAt ?? 0);

function validationStatus(
  world: World,
  { status, validation }: Certificate,
  name: string,
): DomainValidation['ValidationStatus'] {
  if (!validation || status === 'ISSUED' || isProved(world, validation, name)) return 'SUCCESS';
  return status === 'VALIDATION_TIMED_OUT' ? 'FAILED' : 'PENDING_VALIDATION';
}

/** The five mailboxes that ACM writes to since it no longer asks WHOIS. */
const mailboxes = (domain: string): string[] =>
  ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'].map((box) => `${box}@${domain}`);

/** "ACM tries to renew a certificate 60 days before it expires" (ACM User Guide, managed renewal). */
const renewalMs = minutesToMs(60 * 24 * 60);

const isRenewalDue = (world: World, certificate: Certificate): boolean =>
  certificate.type === 'AMAZON_ISSUED' &&
  certificateStatus(world, certificate) === 'ISSUED' &&
  world.now >= certificate.notAfter - renewalMs;

/** The local AWS renews nothing: the renewal stays under way until the certificate expires. */
const renewal = ({ notAfter }: Certificate, options: DomainValidation[]): RenewalSummary => ({
  RenewalStatus: 'PENDING_AUTO_RENEWAL',
  DomainValidationOptions: options,
  UpdatedAt: new Date(notAfter - renewalMs),
});
