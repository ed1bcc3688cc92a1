import type {
  CertificateDetail,
  DescribeCertificateRequest,
  DescribeCertificateResponse,
  DomainValidation,
  KeyAlgorithm,
} from '@aws-sdk/client-acm';
import type { Operation } from '../operation';
import type { Certificate, World } from '../world';
import { certificateNeed, certificateStatus, findCertificate, usersOf } from './certificates';

export const describeCertificate: Operation<DescribeCertificateRequest, DescribeCertificateResponse> = {
  service: 'acm',
  name: 'DescribeCertificate',
  needs: (input) => certificateNeed('DescribeCertificate', input.CertificateArn),
  perform: (world, input, caller) => ({
    Certificate: detail(world, findCertificate(world, input.CertificateArn, caller)),
  }),
};

function detail(world: World, certificate: Certificate): CertificateDetail {
  const status = certificateStatus(world, certificate);
  const dates = { NotBefore: new Date(certificate.notBefore), NotAfter: new Date(certificate.notAfter) };
  const requested = certificate.type === 'AMAZON_ISSUED';
  return {
    CertificateArn: certificate.arn,
    DomainName: certificate.names[0],
    SubjectAlternativeNames: certificate.names,
    Status: status,
    Type: certificate.type,
    // Answers write RSA-2048 where requests write RSA_2048.
    KeyAlgorithm: certificate.keyAlgorithm.replace('_', '-') as KeyAlgorithm,
    InUseBy: usersOf(world, certificate.arn),
    RenewalEligibility: 'INELIGIBLE',
    ...(status === 'PENDING_VALIDATION' ? {} : dates),
    ...(requested && status !== 'PENDING_VALIDATION' ? { IssuedAt: dates.NotBefore } : {}),
    ...(requested && {
      DomainValidationOptions: certificate.names.map((name) => validation(world, certificate, name)),
    }),
  };
}

/** The record that would prove the domain; a wildcard and its parent share one. */
function validation(world: World, certificate: Certificate, name: string): DomainValidation {
  const domain = name.replace(/^\*\./, '');
  const hex = (what: string) =>
    world.chance.text('0123456789abcdef', 32, certificate.accountId, `${what} ${domain}`, 0);
  return {
    DomainName: name,
    ValidationDomain: name,
    ValidationMethod: 'DNS',
    ValidationStatus:
      certificateStatus(world, certificate) === 'PENDING_VALIDATION' ? 'PENDING_VALIDATION' : 'SUCCESS',
    ResourceRecord: {
      Name: `_${hex('validation name')}.${domain}.`,
      Type: 'CNAME',
      Value: `_${hex('validation value')}.acm-validations.aws.`,
    },
  };
}
