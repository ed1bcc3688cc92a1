import type {
  CertificateSummary,
  KeyAlgorithm,
  ListCertificatesRequest,
  ListCertificatesResponse,
} from '@aws-sdk/client-acm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import type { Certificate, World } from '../world';
import { certificateStatus, usersOf } from './certificates';

const mostItems = 1000;

/** The account's certificates of the region. Without a filter ACM shows RSA_2048 and smaller keys only. */
export const listCertificates: Operation<ListCertificatesRequest, ListCertificatesResponse> = {
  service: 'acm',
  name: 'ListCertificates',
  needs: () => [{ action: 'acm:ListCertificates', resource: '*' }],
  perform: (world, input, caller) => {
    const keyTypes = input.Includes?.keyTypes ?? ['RSA_1024', 'RSA_2048'];
    const wanted = [...world.certificates.values()].filter(
      (certificate) =>
        certificate.accountId === caller.accountId &&
        certificate.region === caller.region &&
        keyTypes.some((type) => type === certificate.keyAlgorithm) &&
        (input.CertificateStatuses?.includes(certificateStatus(world, certificate)) ?? true),
    );
    const start = input.NextToken
      ? wanted.findIndex((certificate) => certificate.arn === input.NextToken)
      : 0;
    if (start < 0)
      throw new AwsFailure(
        'ValidationException',
        400,
        'The NextToken is not one that ListCertificates gave.',
      );
    const limit = Math.min(input.MaxItems ?? mostItems, mostItems);
    const next = wanted[start + limit];
    return {
      CertificateSummaryList: wanted
        .slice(start, start + limit)
        .map((certificate) => summary(world, certificate)),
      ...(next ? { NextToken: next.arn } : {}),
    };
  },
};

const summary = (world: World, certificate: Certificate): CertificateSummary => ({
  CertificateArn: certificate.arn,
  DomainName: certificate.names[0],
  SubjectAlternativeNameSummaries: certificate.names,
  HasAdditionalSubjectAlternativeNames: false,
  Status: certificateStatus(world, certificate),
  Type: certificate.type,
  KeyAlgorithm: certificate.keyAlgorithm.replace('_', '-') as KeyAlgorithm,
  InUse: usersOf(world, certificate.arn).length > 0,
});
