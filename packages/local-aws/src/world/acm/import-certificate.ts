import type { ImportCertificateRequest, ImportCertificateResponse } from '@aws-sdk/client-acm';
import { AwsFailure } from '../failure';
import type { Caller, Operation } from '../operation';
import type { Certificate, World } from '../world';
import { findCertificate, newCertificateArn } from './certificates';
import { readPem } from './pem';

/** With CertificateArn an imported certificate is replaced, and its users serve the new one. */
export const importCertificate: Operation<ImportCertificateRequest, ImportCertificateResponse> = {
  service: 'acm',
  name: 'ImportCertificate',
  needs: (input, _world, caller) => [
    {
      action: 'acm:ImportCertificate',
      resource: input.CertificateArn ?? `arn:aws:acm:${caller.region}:${caller.accountId}:certificate/*`,
    },
  ],
  perform: (world, input, caller) => {
    const { certificatePem, privateKeyPem, chainPem, ...read } = readPem(
      input.Certificate ?? new Uint8Array(),
      input.PrivateKey ?? new Uint8Array(),
      input.CertificateChain,
    );
    if (world.now < read.notBefore || world.now >= read.notAfter)
      throw new AwsFailure(
        'ValidationException',
        400,
        'The certificate is not valid now: ACM imports it between its not-before and not-after dates only.',
      );
    const former = formerImport(world, input, caller);
    const certificate: Certificate = {
      arn: former?.arn ?? newCertificateArn(world, caller),
      accountId: caller.accountId,
      region: caller.region,
      type: 'IMPORTED',
      status: 'ISSUED',
      ...read,
      imported: { certificatePem, privateKeyPem, ...(chainPem === undefined ? {} : { chainPem }) },
      tags: former?.tags ?? (input.Tags ?? []).map(({ Key, Value }) => ({ Key, Value })),
    };
    world.certificates.set(certificate.arn, certificate);
    return { CertificateArn: certificate.arn };
  },
};

function formerImport(
  world: World,
  input: ImportCertificateRequest,
  caller: Caller,
): Certificate | undefined {
  if (!input.CertificateArn) return undefined;
  const former = findCertificate(world, input.CertificateArn, caller);
  if (former.type !== 'IMPORTED')
    throw new AwsFailure(
      'ValidationException',
      400,
      `Certificate ${former.arn} is not an imported one and cannot be reimported.`,
    );
  if (input.Tags?.length)
    throw new AwsFailure(
      'InvalidTagException',
      400,
      'Tags cannot be given when a certificate is reimported.',
    );
  return former;
}
