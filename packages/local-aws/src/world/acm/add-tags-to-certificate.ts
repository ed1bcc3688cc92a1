import type { AddTagsToCertificateRequest } from '@aws-sdk/client-acm';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import { certificateNeed, findCertificate } from './certificates';

const mostTags = 50;

export const addTagsToCertificate: Operation<AddTagsToCertificateRequest, Record<string, never>> = {
  service: 'acm',
  name: 'AddTagsToCertificate',
  needs: (input) => certificateNeed('AddTagsToCertificate', input.CertificateArn),
  perform: (world, input, caller) => {
    const certificate = findCertificate(world, input.CertificateArn, caller);
    const given = (input.Tags ?? []).map(({ Key, Value }) => ({ Key, Value }));
    const kept = certificate.tags.filter((tag) => !given.some((other) => other.Key === tag.Key));
    if (kept.length + given.length > mostTags)
      throw new AwsFailure('TooManyTagsException', 400, `A certificate can have ${mostTags} tags at most.`);
    certificate.tags = [...kept, ...given];
    return {};
  },
};
