import type { RequestCertificateRequest, RequestCertificateResponse } from '@aws-sdk/client-acm';
import { minutesToMs } from '@cutover/ground';
import { AwsFailure } from '../failure';
import type { Caller, Operation } from '../operation';
import type { Certificate, World } from '../world';
import { newCertificateArn } from './certificates';
import { lookFor, newValidation } from './validation';

const domainName = /^(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])$/;

/** "ACM recognizes a repeated request by its token for one hour" (API reference of RequestCertificate). */
const tokenLifeMs = minutesToMs(60);

/**
 * Asks for a certificate, which is issued when every name of it is proved: by a CNAME that the name servers answer,
 * or by e-mail, which nobody reads here.
 */
export const requestCertificate: Operation<RequestCertificateRequest, RequestCertificateResponse> = {
  service: 'acm',
  name: 'RequestCertificate',
  needs: ({ Tags = [] }) =>
    ['acm:RequestCertificate', ...(Tags.length > 0 ? ['acm:AddTagsToCertificate'] : [])].map((action) => ({
      action,
      resource: '*',
    })),
  perform: (world, input, caller) => {
    const names = namesOf(input);
    refuse(input, names);
    const known = requestedBefore(world, input, names, caller);
    if (known) return { CertificateArn: known.arn };
    const certificate: Certificate = {
      arn: newCertificateArn(world, caller),
      accountId: caller.accountId,
      region: caller.region,
      names,
      type: 'AMAZON_ISSUED',
      status: 'PENDING_VALIDATION',
      notBefore: world.now,
      notAfter: world.now,
      keyAlgorithm: input.KeyAlgorithm ?? 'RSA_2048',
      // Left out, it is by e-mail: for most people a surprise.
      validation: newValidation(
        world,
        input.ValidationMethod === 'DNS' ? 'DNS' : 'EMAIL',
        input.IdempotencyToken,
      ),
      tags: (input.Tags ?? []).map(({ Key, Value }) => ({ Key, Value })),
    };
    world.certificates.set(certificate.arn, certificate);
    // The record may be there already: it is the same for every certificate of the account.
    lookFor(world, certificate, world.now);
    return { CertificateArn: certificate.arn };
  },
};

const namesOf = (input: RequestCertificateRequest): string[] => [
  ...new Set(
    [input.DomainName ?? '', ...(input.SubjectAlternativeNames ?? [])].map((name) => name.toLowerCase()),
  ),
];

function refuse(input: RequestCertificateRequest, names: readonly string[]): void {
  const wrong = names.find((name) => !domainName.test(name));
  if (wrong !== undefined)
    throw new AwsFailure(
      'ValidationException',
      400,
      `'${wrong}' is not a domain name that a certificate can have.`,
    );
  if (input.CertificateAuthorityArn)
    throw new AwsFailure(
      'InvalidParameterException',
      400,
      'The local AWS has no private certificate authorities: leave CertificateAuthorityArn out.',
    );
  if (input.ValidationMethod === 'HTTP')
    throw new AwsFailure(
      'InvalidParameterException',
      400,
      'The local AWS does not model validation by HTTP, which CloudFront uses for tenants: use DNS.',
    );
}

function requestedBefore(
  world: World,
  { IdempotencyToken }: RequestCertificateRequest,
  names: readonly string[],
  { accountId, region }: Caller,
): Certificate | undefined {
  if (!IdempotencyToken) return undefined;
  return [...world.certificates.values()].find(
    ({ validation, ...certificate }) =>
      validation?.idempotencyToken === IdempotencyToken &&
      world.now < validation.requestedAt + tokenLifeMs &&
      certificate.accountId === accountId &&
      certificate.region === region &&
      certificate.names.join() === names.join(),
  );
}
