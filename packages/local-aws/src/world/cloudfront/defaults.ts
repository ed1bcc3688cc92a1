import type {
  CacheBehavior,
  DefaultCacheBehavior,
  DistributionConfig,
  Origin,
  ViewerCertificate,
} from '@aws-sdk/client-cloudfront';
import { frozenCopy, isFrozenCopy } from '../frozen';

/**
 * The configuration as GetDistributionConfig answers it: what CreateDistribution was not told is there with its
 * default value, as CloudFront reads it back. Frozen, so that answers, edges and log can share it. Parts that are
 * frozen already came from here once, and are complete.
 */
export function withDefaults(config: DistributionConfig): DistributionConfig {
  const given = defined(config);
  return frozenCopy({
    Aliases: { Quantity: 0 },
    DefaultRootObject: '',
    OriginGroups: { Quantity: 0 },
    CacheBehaviors: { Quantity: 0 },
    CustomErrorResponses: { Quantity: 0 },
    Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' },
    PriceClass: 'PriceClass_All',
    Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
    WebACLId: '',
    HttpVersion: 'http2',
    IsIPV6Enabled: false,
    ContinuousDeploymentPolicyId: '',
    Staging: false,
    ...given,
    Origins: filled(config.Origins, originWithDefaults),
    DefaultCacheBehavior: config.DefaultCacheBehavior && behaviorWithDefaults(config.DefaultCacheBehavior),
    ...(config.CacheBehaviors && {
      CacheBehaviors: filled<CacheBehavior>(config.CacheBehaviors, behaviorWithDefaults),
    }),
    ViewerCertificate: certificateWithDefaults(config.ViewerCertificate ?? {}),
  } as DistributionConfig);
}

const originWithDefaults = (origin: Origin): Origin => ({
  OriginPath: '',
  CustomHeaders: { Quantity: 0 },
  ConnectionAttempts: 3,
  ConnectionTimeout: 10,
  OriginShield: { Enabled: false },
  OriginAccessControlId: '',
  ...defined(origin),
  ...(origin.CustomOriginConfig && {
    CustomOriginConfig: {
      OriginSslProtocols: { Quantity: 3, Items: ['TLSv1', 'TLSv1.1', 'TLSv1.2'] },
      OriginReadTimeout: 30,
      OriginKeepaliveTimeout: 5,
      ...defined(origin.CustomOriginConfig),
    },
  }),
});

const readOnly = { Quantity: 2, Items: ['HEAD', 'GET'] as ('HEAD' | 'GET')[] };

function behaviorWithDefaults<B extends DefaultCacheBehavior | CacheBehavior>(behavior: B): B {
  if (isFrozenCopy(behavior)) return behavior;
  return {
    TrustedSigners: { Enabled: false, Quantity: 0 },
    TrustedKeyGroups: { Enabled: false, Quantity: 0 },
    SmoothStreaming: false,
    Compress: false,
    LambdaFunctionAssociations: { Quantity: 0 },
    FunctionAssociations: { Quantity: 0 },
    FieldLevelEncryptionId: '',
    GrpcConfig: { Enabled: false },
    ...defined(behavior),
    AllowedMethods: { CachedMethods: readOnly, ...(behavior.AllowedMethods ?? readOnly) },
  };
}

/** `Certificate` and `CertificateSource` are deprecated members that CloudFront still answers. */
function certificateWithDefaults(certificate: ViewerCertificate): ViewerCertificate {
  if (isFrozenCopy(certificate)) return certificate;
  const { ACMCertificateArn, IAMCertificateId } = certificate;
  if (!ACMCertificateArn && !IAMCertificateId) {
    return {
      CloudFrontDefaultCertificate: true,
      SSLSupportMethod: 'vip',
      MinimumProtocolVersion: 'TLSv1',
      CertificateSource: 'cloudfront',
    };
  }
  return {
    MinimumProtocolVersion: 'TLSv1',
    ...defined(certificate),
    CloudFrontDefaultCertificate: false,
    Certificate: ACMCertificateArn ?? IAMCertificateId,
    CertificateSource: ACMCertificateArn ? 'acm' : 'iam',
  };
}

/** The list with every item filled in; a list without items stays as it is. */
const filled = <T>(list: { Quantity?: number; Items?: T[] } | undefined, fill: (item: T) => T) =>
  list?.Items && !isFrozenCopy(list) ? { ...list, Items: list.Items.map(fill) } : list;

/** Spreading an object whose member is undefined would hide the default. */
function defined<T extends object>(given: T): T {
  const members: Partial<T> = {};
  for (const name in given) {
    if (given[name] !== undefined) members[name] = given[name];
  }
  return members as T;
}
