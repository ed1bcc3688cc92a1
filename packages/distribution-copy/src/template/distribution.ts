import { isObject, type JsonObject } from '../json';
import { defaultBehaviour, pathBehaviour } from './behaviour';
import { origin, originGroups } from './origin';
import { flag, gone, list, number, object, present, renamed, type Shape, same, text } from './shape';

/**
 * Without a certificate of one's own there is only CloudFront's; protocol and SNI settings belong to one's own.
 * `Certificate` and `CertificateSource` are the API's older way to say the same and must not be sent along.
 */
const viewerCertificate: Shape = (value, at, unknown) => {
  const written = object({
    CloudFrontDefaultCertificate: flag,
    IAMCertificateId: renamed('IamCertificateId'),
    ACMCertificateArn: renamed('AcmCertificateArn'),
    SSLSupportMethod: renamed('SslSupportMethod'),
    MinimumProtocolVersion: text,
    Certificate: gone,
    CertificateSource: gone,
  })(value, at, unknown);
  const hasItsOwn = isObject(written) && ('AcmCertificateArn' in written || 'IamCertificateId' in written);
  return hasItsOwn ? written : { CloudFrontDefaultCertificate: true };
};

/** Standard logs are on when they have a bucket; a template says so by having the member. */
const logging: Shape = (value, at, unknown) =>
  isObject(value) && value.Bucket
    ? object({ Enabled: gone, IncludeCookies: flag, Bucket: same, Prefix: text })(value, at, unknown)
    : undefined;

const restrictions = object({
  GeoRestriction: (value, at, unknown) =>
    present({
      RestrictionType: (value as JsonObject).RestrictionType,
      Locations: list()(value, at, unknown),
    }),
});

const customErrorResponse = object({
  ErrorCode: same,
  ResponsePagePath: text,
  ResponseCode: number,
  ErrorCachingMinTTL: same,
});

const viewerMtls = object({
  Mode: same,
  TrustStoreConfig: object({
    TrustStoreId: same,
    AdvertiseTrustStoreCaNames: same,
    IgnoreCertificateExpiry: same,
  }),
});

/**
 * A DistributionConfig of the API as a template has it. CallerReference is CloudFormation's own; the aliases stay with
 * the source until the migration moves them.
 */
export const distributionConfig: Shape = object({
  CallerReference: gone,
  Aliases: gone,
  DefaultRootObject: text,
  Origins: list(origin),
  OriginGroups: originGroups,
  DefaultCacheBehavior: defaultBehaviour,
  CacheBehaviors: list(pathBehaviour),
  CustomErrorResponses: list(customErrorResponse),
  Comment: same,
  Logging: logging,
  PriceClass: same,
  Enabled: same,
  ViewerCertificate: viewerCertificate,
  Restrictions: restrictions,
  WebACLId: text,
  HttpVersion: same,
  IsIPV6Enabled: renamed('IPV6Enabled', same),
  ContinuousDeploymentPolicyId: text,
  Staging: flag,
  AnycastIpListId: text,
  ConnectionMode: text,
  ViewerMtlsConfig: viewerMtls,
  ConnectionFunctionAssociation: object({ Id: text }),
  CacheTagConfig: object({ HeaderName: text }),
});
