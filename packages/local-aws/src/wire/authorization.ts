import { AwsFailure } from '../world/failure';

/** What a signature says about its maker. It is read, never verified: any secret key will do on loopback. */
export interface Signer {
  readonly accessKeyId: string;
  readonly region: string;
  /** Service name of the credential scope, by which one endpoint can serve them all. */
  readonly service: string;
  /** Signature Version 4A, which holds for a set of regions and not for one. */
  readonly isForRegions: boolean;
}

/** `AWS4-HMAC-SHA256 Credential=AKID/20250101/us-east-1/cloudfront/aws4_request, SignedHeaders=…, Signature=…` */
const scope = /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/([^/,\s]+)\/aws4_request/;

/** The same of Signature Version 4A: no region in the scope, and an elliptic signature, which is DER in hexadecimal. */
const scopeOfRegions =
  /^AWS4-ECDSA-P256-SHA256 .*?Credential=([^/,\s]+)\/\d{8}\/([^/,\s]+)\/aws4_request.*?Signature=30[0-9a-f]+$/;

/** @throws AwsFailure when the request is not signed, or not with Signature Version 4. */
export function signerOf({
  authorization,
  'x-amz-region-set': regions,
}: Readonly<Record<string, string | undefined>>): Signer {
  if (!authorization)
    throw new AwsFailure(
      'MissingAuthenticationToken',
      403,
      'Request is missing Authentication Token: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (any values will do).',
    );
  const [, keyForRegions, serviceOfRegions] = scopeOfRegions.exec(authorization) ?? [];
  if (keyForRegions && serviceOfRegions && regions)
    return {
      accessKeyId: keyForRegions,
      region: regions.split(',')[0]!,
      service: serviceOfRegions,
      isForRegions: true,
    };
  const [, accessKeyId, region, service] = scope.exec(authorization) ?? [];
  if (!accessKeyId || !region || !service)
    throw new AwsFailure(
      'IncompleteSignature',
      400,
      'Authorization header has no credential scope of Signature Version 4 (key/date/region/service/aws4_request), nor ' +
        'of 4A (key/date/service/aws4_request, with the header X-Amz-Region-Set).',
    );
  return { accessKeyId, region, service, isForRegions: false };
}
