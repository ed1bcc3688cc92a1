import type { ListObjectsV2Output, ListObjectsV2Request } from '@aws-sdk/client-s3';
import type { Operation } from '../operation';
import { needOnBucket, requireBucket } from './bucket';

/** API reference: "By default, the action returns up to 1,000 key names", and never more. */
const largestPage = 1000;

/** The newest versions by key, page by page; keys that agree up to a delimiter are told as one prefix. */
export const listObjectsV2: Operation<ListObjectsV2Request, ListObjectsV2Output> = {
  service: 's3',
  name: 'ListObjectsV2',
  needs: needOnBucket('ListBucket'),
  perform(world, input, caller) {
    const { Prefix = '', Delimiter, MaxKeys = largestPage, ContinuationToken, StartAfter = '' } = input;
    const bucket = requireBucket(world, caller, input.Bucket);
    const after = ContinuationToken === undefined ? StartAfter : keyIn(ContinuationToken);
    const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(Prefix) && key > after).sort();
    const page = keys.slice(0, Math.min(MaxKeys, largestPage));
    const last = page.at(-1);
    const prefixes = new Set(page.flatMap((key) => commonPrefixOf(key, Prefix, Delimiter) ?? []));
    const listed = page.filter((key) => commonPrefixOf(key, Prefix, Delimiter) === undefined);
    const isTruncated = last !== undefined && page.length < keys.length;
    return {
      Name: bucket.name,
      Prefix,
      MaxKeys,
      ...(Delimiter !== undefined && { Delimiter }),
      KeyCount: listed.length + prefixes.size,
      IsTruncated: isTruncated,
      ...(isTruncated && { NextContinuationToken: Buffer.from(last).toString('base64url') }),
      Contents: listed.map((Key) => {
        const { etag, body, modifiedAt } = bucket.objects.get(Key)![0]!;
        const LastModified = new Date(modifiedAt);
        return { Key, LastModified, ETag: etag, Size: body.length, StorageClass: 'STANDARD' };
      }),
      CommonPrefixes: [...prefixes].map((each) => ({ Prefix: each })),
    };
  },
};

const keyIn = (token: string): string => Buffer.from(token, 'base64url').toString();

function commonPrefixOf(key: string, prefix: string, delimiter: string | undefined): string | undefined {
  const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return at === -1 ? undefined : key.slice(0, at + delimiter!.length);
}
