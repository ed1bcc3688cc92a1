import type { ListTagsForCertificateRequest, ListTagsForCertificateResponse } from '@aws-sdk/client-acm';
import type { Operation } from '../operation';
import { certificateNeed, findCertificate } from './certificates';

export const listTagsForCertificate: Operation<
  ListTagsForCertificateRequest,
  ListTagsForCertificateResponse
> = {
  service: 'acm',
  name: 'ListTagsForCertificate',
  needs: (input) => certificateNeed('ListTagsForCertificate', input.CertificateArn),
  perform: (world, input, caller) => ({ Tags: findCertificate(world, input.CertificateArn, caller).tags }),
};
