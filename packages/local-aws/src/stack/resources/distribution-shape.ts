import { flag, list, named, oneOf, quantity, record, required, type Shape, tags, text, whole } from './shape';

/** Properties of DistributionConfig as templates write them; the API's own names and lists are in `named`, `quantity`. */

const behaviorMembers = {
  TargetOriginId: required(text),
  ViewerProtocolPolicy: required(oneOf('allow-all', 'redirect-to-https', 'https-only')),
  AllowedMethods: quantity(text),
  CachedMethods: quantity(text),
  CachePolicyId: text,
  OriginRequestPolicyId: text,
  ResponseHeadersPolicyId: text,
  Compress: flag,
  SmoothStreaming: flag,
};

const behaviorUnsupported = [
  'DefaultTTL',
  'FieldLevelEncryptionId',
  'ForwardedValues',
  'FunctionAssociations',
  'GrpcConfig',
  'LambdaFunctionAssociations',
  'MaxTTL',
  'MinTTL',
  'RealtimeLogConfigArn',
  'TrustedKeyGroups',
  'TrustedSigners',
];

/** The template keeps the cached methods beside the allowed ones, the API inside them. */
const nestCachedMethods = ({ CachedMethods, ...api }: Record<string, unknown>): Record<string, unknown> => {
  if (!CachedMethods) return api;
  const allowed = (api.AllowedMethods as object | undefined) ?? CachedMethods;
  return { ...api, AllowedMethods: { ...allowed, CachedMethods } };
};

const defaultBehavior = record(behaviorMembers, {
  unsupported: behaviorUnsupported,
  finish: nestCachedMethods,
});
const pathBehavior = record(
  { PathPattern: required(text), ...behaviorMembers },
  { unsupported: behaviorUnsupported, finish: nestCachedMethods },
);

const customOrigin = record(
  {
    OriginProtocolPolicy: required(oneOf('http-only', 'match-viewer', 'https-only')),
    HTTPPort: whole,
    HTTPSPort: whole,
    OriginSSLProtocols: named('OriginSslProtocols', quantity(text)),
    OriginReadTimeout: whole,
    OriginKeepaliveTimeout: whole,
  },
  {
    unsupported: ['IpAddressType', 'OriginMtlsConfig'],
    finish: (api) => ({ HTTPPort: 80, HTTPSPort: 443, ...api }),
  },
);

const origin = record(
  {
    Id: required(text),
    DomainName: required(text),
    OriginPath: text,
    ConnectionAttempts: whole,
    ConnectionTimeout: whole,
    CustomOriginConfig: customOrigin,
    S3OriginConfig: record({ OriginAccessIdentity: text }, { unsupported: ['OriginReadTimeout'] }),
    OriginAccessControlId: text,
    OriginCustomHeaders: named(
      'CustomHeaders',
      quantity(record({ HeaderName: required(text), HeaderValue: required(text) })),
    ),
  },
  {
    unsupported: ['OriginShield', 'ResponseCompletionTimeout', 'VpcOriginConfig'],
    finish: (api) => ({ OriginPath: '', ...api }),
  },
);

const viewerCertificate = record({
  AcmCertificateArn: named('ACMCertificateArn', text),
  IamCertificateId: named('IAMCertificateId', text),
  SslSupportMethod: named('SSLSupportMethod', oneOf('sni-only', 'vip', 'static-ip')),
  MinimumProtocolVersion: text,
  CloudFrontDefaultCertificate: flag,
});

const errorResponse = record({
  ErrorCode: required(whole),
  ErrorCachingMinTTL: whole,
  // A number in templates, text in the API.
  ResponseCode: text,
  ResponsePagePath: text,
});

const geoRestriction = record(
  { RestrictionType: required(oneOf('none', 'blacklist', 'whitelist')), Locations: list(text) },
  {
    finish: ({ Locations = [], ...api }) => {
      const places = Locations as string[];
      return { ...api, Quantity: places.length, ...(places.length ? { Items: places } : {}) };
    },
  },
);

const distributionConfig = record(
  {
    Aliases: quantity(text),
    CacheBehaviors: quantity(pathBehavior),
    Comment: text,
    CustomErrorResponses: quantity(errorResponse),
    DefaultCacheBehavior: required(defaultBehavior),
    DefaultRootObject: text,
    Enabled: required(flag),
    HttpVersion: oneOf('http1.1', 'http2', 'http3', 'http2and3'),
    IPV6Enabled: named('IsIPV6Enabled', flag),
    Origins: required(quantity(origin)),
    PriceClass: text,
    Restrictions: record({ GeoRestriction: required(geoRestriction) }),
    ViewerCertificate: viewerCertificate,
  },
  {
    unsupported: [
      'AnycastIpListId',
      'CNAMEs',
      'ConnectionFunctionAssociation',
      'ConnectionMode',
      'ContinuousDeploymentPolicyId',
      'CustomOrigin',
      'Logging',
      'OriginGroups',
      'S3Origin',
      'Staging',
      'TenantConfig',
      'ViewerMtlsConfig',
      'WebACLId',
    ],
    // The API wants these in every configuration; CloudFormation fills them in.
    finish: (api) => ({ Aliases: { Quantity: 0 }, Comment: '', ...api }),
  },
);

export const distributionShape: Shape = record({
  DistributionConfig: required(distributionConfig),
  Tags: tags,
});
