import type { JsonObject } from '../json';
import { counted, flag, list, object, renamed, type Shape, same, text } from './shape';

const customOrigin = object({
  HTTPPort: same,
  HTTPSPort: same,
  OriginProtocolPolicy: same,
  OriginSslProtocols: renamed('OriginSSLProtocols', list()),
  OriginReadTimeout: same,
  OriginKeepaliveTimeout: same,
  IpAddressType: text,
  OriginMtlsConfig: object({ ClientCertificateArn: text }),
});

/** There even when it is empty: it is how an S3 origin without an identity is told from a custom one. */
const s3Origin: Shape = (value, at, unknown) => ({
  OriginAccessIdentity: '',
  ...(object({ OriginAccessIdentity: same, OriginReadTimeout: same })(value, at, unknown) as JsonObject),
});

const vpcOrigin = object({
  VpcOriginId: same,
  OwnerAccountId: text,
  OriginReadTimeout: same,
  OriginKeepaliveTimeout: same,
});

/** One of `Origins`. */
export const origin: Shape = object({
  Id: same,
  DomainName: same,
  OriginPath: text,
  CustomHeaders: renamed('OriginCustomHeaders', list(object({ HeaderName: same, HeaderValue: same }))),
  S3OriginConfig: s3Origin,
  CustomOriginConfig: customOrigin,
  VpcOriginConfig: vpcOrigin,
  ConnectionAttempts: same,
  ConnectionTimeout: same,
  ResponseCompletionTimeout: same,
  OriginShield: object({ Enabled: flag, OriginShieldRegion: text }),
  OriginAccessControlId: text,
});

/** `OriginGroups`: in templates too its lists carry their count. */
export const originGroups: Shape = counted(
  object({
    Id: same,
    FailoverCriteria: object({ StatusCodes: counted() }),
    Members: counted(object({ OriginId: same })),
    SelectionCriteria: text,
  }),
);
