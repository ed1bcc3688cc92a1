import {
  type ACMClient,
  AddTagsToCertificateCommand,
  ListTagsForCertificateCommand,
  RemoveTagsFromCertificateCommand,
} from '@aws-sdk/client-acm';
import {
  type CloudFrontClient,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudfront';
import type { TagPort, Tags } from '@cutover/redirect-site';
import { attempt, attemptUnless } from '../failures/attempt';
import { tagsOf } from './tags';

/** Tags of distributions and of certificates: two services that say the same in two ways. */
export function tagPort(cloudFront: () => Promise<CloudFrontClient>, acm: () => Promise<ACMClient>): TagPort {
  const ofDistributions = distributionTags(cloudFront);
  const ofCertificates = certificateTags(acm);
  const of = (arn: string): TagPort => (arn.split(':')[2] === 'acm' ? ofCertificates : ofDistributions);
  return {
    find: (arn) => of(arn).find(arn),
    put: (arn, tags) => of(arn).put(arn, tags),
    remove: (arn, keys) => of(arn).remove(arn, keys),
  };
}

function distributionTags(client: () => Promise<CloudFrontClient>): TagPort {
  const call = (operation: string, resource: string) =>
    ({ service: 'CloudFront', operation, resource }) as const;
  return {
    find: (arn) =>
      attemptUnless('Absent', call('ListTagsForResource', arn), async () => {
        const { Tags: tags } = await (await client()).send(new ListTagsForResourceCommand({ Resource: arn }));
        return byKey(tags?.Items);
      }),
    put: (arn, tags) =>
      attempt(call('TagResource', arn), async () => {
        await (await client()).send(new TagResourceCommand({ Resource: arn, Tags: { Items: tagsOf(tags) } }));
      }),
    remove: (arn, keys) =>
      attempt(call('UntagResource', arn), async () => {
        await (await client()).send(
          new UntagResourceCommand({ Resource: arn, TagKeys: { Items: [...keys] } }),
        );
      }),
  };
}

function certificateTags(client: () => Promise<ACMClient>): TagPort {
  const call = (operation: string, resource: string) => ({ service: 'ACM', operation, resource }) as const;
  return {
    find: (arn) =>
      attemptUnless('Absent', call('ListTagsForCertificate', arn), async () => {
        const { Tags: tags } = await (await client()).send(
          new ListTagsForCertificateCommand({ CertificateArn: arn }),
        );
        return byKey(tags);
      }),
    put: (arn, tags) =>
      attempt(call('AddTagsToCertificate', arn), async () => {
        await (await client()).send(
          new AddTagsToCertificateCommand({ CertificateArn: arn, Tags: tagsOf(tags) }),
        );
      }),
    remove: (arn, keys) =>
      attempt(call('RemoveTagsFromCertificate', arn), async () => {
        // A key without a value goes whatever its value is.
        const tags = keys.map((Key) => ({ Key }));
        await (await client()).send(
          new RemoveTagsFromCertificateCommand({ CertificateArn: arn, Tags: tags }),
        );
      }),
  };
}

const byKey = (tags: readonly { Key?: string; Value?: string }[] | undefined): Tags =>
  Object.fromEntries((tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]));
