import type { ImportSource } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../failure';
import { type Imported, readImport } from '../../key-value-stores/import';
import type { Caller, Need } from '../../operation';
import { bucketArn, requireObject } from '../../s3/bucket';
import type { World } from '../../world';
import { requireWord } from '../entities/words';
import { invalidArgument } from '../failures';

interface ObjectName {
  readonly Bucket: string;
  readonly Key: string;
}

/** `arn:aws:s3:::BUCKET/KEY`. @throws AwsFailure InvalidArgument */
function objectIn({ SourceType, SourceARN = '' }: ImportSource): ObjectName {
  requireWord('SourceType', SourceType, ['S3']);
  const [, Bucket, Key] = /^arn:aws:s3:::([^/]+)\/(.+)$/s.exec(SourceARN) ?? [];
  if (!Bucket || !Key) throw invalidArgument(`The parameter SourceARN is no object in S3: ${SourceARN}.`);
  return { Bucket, Key };
}

/** "You must have the s3:GetObject and s3:GetBucketLocation permissions to that bucket" (Developer Guide). */
export function needsOfImport(source: ImportSource | undefined): Need[] {
  const [, Bucket, Key] = /^arn:aws:s3:::([^/]+)\/(.+)$/s.exec(source?.SourceARN ?? '') ?? [];
  if (!Bucket || !Key) return [];
  return [
    { action: 's3:GetBucketLocation', resource: bucketArn(Bucket) },
    { action: 's3:GetObject', resource: `${bucketArn(Bucket)}/${Key}` },
  ];
}

/** The items of a file, which is read once: "you can only import your file when you initially create the store". */
export function importFrom(world: World, caller: Caller, source: ImportSource): Imported {
  const named = objectIn(source);
  try {
    return readImport(requireObject(world, caller, named).body);
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { kind: 'failure', reason: `${source.SourceARN}: ${error.message}` };
  }
}
