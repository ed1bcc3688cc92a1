import type { DeleteCertificateRequest } from '@aws-sdk/client-acm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { certificateNeed, findCertificate, usersOf } from './certificates';

export const deleteCertificate: Operation<DeleteCertificateRequest, Record<string, never>> = {
  service: 'acm',
  name: 'DeleteCertificate',
  needs: (input) => certificateNeed('DeleteCertificate', input.CertificateArn),
  perform: (world, input, caller) => {
    const { arn } = findCertificate(world, input.CertificateArn, caller);
    if (usersOf(world, arn).length)
      throw new AwsFailure(
        'ResourceInUseException',
        400,
        `Certificate ${arn} in account ${caller.accountId} is in use.`,
      );
    world.certificates.delete(arn);
    return {};
  },
};
