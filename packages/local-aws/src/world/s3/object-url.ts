/** An object as templates and requests name it. */
export interface ObjectPlace {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
}

const forms = [
  /^https:\/\/(?<Bucket>.+)\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com\/(?<Key>[^?]+)(?:\?versionId=(?<VersionId>.+))?$/,
  /^https:\/\/s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com\/(?<Bucket>[^/]+)\/(?<Key>[^?]+)(?:\?versionId=(?<VersionId>.+))?$/,
];

/** `https://BUCKET.s3.REGION.amazonaws.com/KEY?versionId=V`, or with the bucket as the first part of the path. */
export function objectAt(url: string): ObjectPlace | undefined {
  for (const form of forms) {
    const { Bucket, Key, VersionId } = form.exec(url)?.groups ?? {};
    if (Bucket && Key) return { Bucket, Key: decodeURIComponent(Key), ...(VersionId && { VersionId }) };
  }
  return undefined;
}
