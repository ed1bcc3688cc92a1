import type { RequestCertificateRequest, RequestCertificateResponse } from '@aws-sdk/client-acm';
import { secondsToMs } from '@cutover/ground';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { newCertificateArn } from './certificates';

/** How long ACM takes when the validation records are there already. */
const issueSeconds = [20, 60] as const;

/** ACM's own certificates live 13 months. */
const lifetimeSeconds = 395 * 24 * 60 * 60;

const domainName = /^(\*\.)?(((?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9])\.)+((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9])$/;

/**
 * Validation is taken as given for now: the certificate is issued a short while after the request whether or not
 * the validation records exist. IdempotencyToken is not looked at: a repeated request makes another certificate.
 */
export const requestCertificate: Operation<RequestCertificateRequest, RequestCertificateResponse> = {
  service: 'acm',
  name: 'RequestCertificate',
  needs: () => [{ action: 'acm:RequestCertificate', resource: '*' }],
  perform: (world, input, caller) => {
    const names = [
      ...new Set(
        [input.DomainName ?? '', ...(input.SubjectAlternativeNames ?? [])].map((name) => name.toLowerCase()),
      ),
    ];
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
    const [low, high] = issueSeconds;
    const delaySeconds = world.chance.between(low, high, 'acm', 'issue', world.sequence++);
    const issuedAt = Math.round(world.now + secondsToMs(delaySeconds));
    const arn = newCertificateArn(world, caller);
    world.certificates.set(arn, {
      arn,
      accountId: caller.accountId,
      region: caller.region,
      names,
      type: 'AMAZON_ISSUED',
      status: 'PENDING_VALIDATION',
      notBefore: issuedAt,
      notAfter: issuedAt + secondsToMs(lifetimeSeconds),
      keyAlgorithm: input.KeyAlgorithm ?? 'RSA_2048',
      tags: (input.Tags ?? []).map(({ Key, Value }) => ({ Key, Value })),
    });
    return { CertificateArn: arn };
  },
};
