import type { HttpRequest } from '../http';

/** A request as the model of S3 has it, in which the bucket is nowhere: it is in the host, or first in the path. */
export interface InBucket {
  readonly bucket: string;
  readonly request: HttpRequest;
}

/** Hosts that stand for S3 without a bucket: `s3.us-east-1.amazonaws.com`, or this endpoint by address or name. */
const bare =
  /^(?:s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com|localhost|\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]+\])(?::\d+)?$/;
const withBucket =
  /^(.+?)\.(?:s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com|s3\.amazonaws\.com|localhost|\d+\.\d+\.\d+\.\d+)(?::\d+)?$/;

/** Takes the bucket out of host or path. A request for no bucket at all has an empty name. */
export function bucketIn(request: HttpRequest): InBucket {
  const host = request.headers.host ?? '';
  const [, hosted] = bare.test(host) ? [] : (withBucket.exec(host) ?? []);
  if (hosted) return { bucket: hosted, request };
  const [, bucket = '', rest = ''] = /^\/([^/]*)(.*)$/s.exec(request.path) ?? [];
  return { bucket: decodeURIComponent(bucket), request: { ...request, path: rest || '/' } };
}
