import { AwsFailure } from '../world/failure';

/** What a signature says about its maker. It is read, never verified: any secret key will do on loopback. */
export interface Signer {
  readonly accessKeyId: string;
  readonly region: string;
  /** Service name of the credential scope, by which one endpoint can serve them all. */
  readonly service: string;
}

/** `AWS4-HMAC-SHA256 Credential=AKID/20250101/us-east-1/cloudfront/aws4_request, SignedHeaders=…, Signature=…` */
const scope = /^AWS4-[A-Z0-9-]+ .*?Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/;

/** @throws AwsFailure when the request is not signed, or not with Signature Version 4. */
export function signerOf(authorization: string | undefined): Signer {
  if (!authorization)
    throw new AwsFailure(
      'MissingAuthenticationToken',
      403,
      'Request is missing Authentication Token: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (any values will do).',
    );
  const [, accessKeyId, region, service] = scope.exec(authorization) ?? [];
  if (!accessKeyId || !region || !service)
    throw new AwsFailure(
      'IncompleteSignature',
      400,
      'Authorization header has no credential scope of Signature Version 4 (key/date/region/service/aws4_request).',
    );
  return { accessKeyId, region, service };
}
