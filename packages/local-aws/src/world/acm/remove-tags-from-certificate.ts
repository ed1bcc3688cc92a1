import type { RemoveTagsFromCertificateRequest } from '@aws-sdk/client-acm';
import type { Operation } from '../operation';
import { certificateNeed, findCertificate } from './certificates';

/** By key; where a value is said, only a tag that has it. Tags that are not there are none to remove. */
export const removeTagsFromCertificate: Operation<RemoveTagsFromCertificateRequest, Record<string, never>> = {
  service: 'acm',
  name: 'RemoveTagsFromCertificate',
  needs: (input) => certificateNeed('RemoveTagsFromCertificate', input.CertificateArn),
  perform: (world, input, caller) => {
    const certificate = findCertificate(world, input.CertificateArn, caller);
    certificate.tags = certificate.tags.filter(
      (tag) =>
        !input.Tags?.some(
          ({ Key, Value }) => Key === tag.Key && (Value === undefined || Value === (tag.Value ?? '')),
        ),
    );
    return {};
  },
};
