import { flag, list, named, oneOf, quantity, record, required, type Shape, tags, text, whole } from './shape';

/** Properties of DistributionConfig as templates write them; the API's own names and lists are in `named`, `quantity`. */

/** Who may sign: the template has a bare list, the API says beside it whether the list counts. */
const signers: Shape = {
  ...list(text),
  toApi: (value) => {
    const trusted = quantity(text).toApi(value) as { readonly Quantity: number };
    return { Enabled: trusted.Quantity > 0, ...trusted };
  },
};

const forwardedValues = record(
  {
    QueryString: required(flag),
    Cookies: record({
      Forward: required(oneOf('none', 'whitelist', 'all')),
      WhitelistedNames: quantity(text),
    }),
    Headers: quantity(text),
    QueryStringCacheKeys: quantity(text),
  },
  { finish: (api) => ({ Cookies: { Forward: 'none' }, ...api }) },
);

const behaviorMembers = {
  TargetOriginId: required(text),
  ViewerProtocolPolicy: required(oneOf('allow-all', 'redirect-to-https', 'https-only')),
  AllowedMethods: quantity(text),
  CachedMethods: quantity(text),
  CachePolicyId: text,
  OriginRequestPolicyId: text,
  ResponseHeadersPolicyId: text,
  ForwardedValues: forwardedValues,
  MinTTL: whole,
  DefaultTTL: whole,
  MaxTTL: whole,
  Compress: flag,
  SmoothStreaming: flag,
  FieldLevelEncryptionId: text,
  FunctionAssociations: quantity(
    record({ EventType: required(oneOf('viewer-request', 'viewer-response')), FunctionARN: required(text) }),
  ),
  GrpcConfig: record({ Enabled: required(flag) }),
  LambdaFunctionAssociations: quantity(
    record({ EventType: required(text), LambdaFunctionARN: required(text), IncludeBody: flag }),
  ),
  RealtimeLogConfigArn: text,
  TrustedKeyGroups: signers,
  TrustedSigners: signers,
};

const readOnlyMethods = { Quantity: 2, Items: ['HEAD', 'GET'] };

/**
 * UpdateDistribution merges nothing: what CloudFormation's handler does not send would be refused as missing.
 * The template keeps the cached methods beside the allowed ones, the API inside them.
 */
const completeBehavior = ({ CachedMethods, ...api }: Record<string, unknown>): Record<string, unknown> => ({
  Compress: false,
  FieldLevelEncryptionId: '',
  LambdaFunctionAssociations: { Quantity: 0 },
  SmoothStreaming: false,
  ...api,
  AllowedMethods: {
    ...((api.AllowedMethods as object | undefined) ?? readOnlyMethods),
    CachedMethods: CachedMethods ?? readOnlyMethods,
  },
});

const defaultBehavior = record(behaviorMembers, { finish: completeBehavior });
const pathBehavior = record(
  { PathPattern: required(text), ...behaviorMembers },
  { finish: completeBehavior },
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
    finish: (api) => ({
      HTTPPort: 80,
      HTTPSPort: 443,
      OriginReadTimeout: 30,
      OriginKeepaliveTimeout: 5,
      ...api,
    }),
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
    S3OriginConfig: record(
      { OriginAccessIdentity: text, OriginReadTimeout: whole },
      { finish: (api) => ({ OriginAccessIdentity: '', ...api }) },
    ),
    OriginShield: record({ Enabled: flag, OriginShieldRegion: text }),
    OriginAccessControlId: text,
    OriginCustomHeaders: named(
      'CustomHeaders',
      quantity(record({ HeaderName: required(text), HeaderValue: required(text) })),
    ),
  },
  {
    unsupported: ['ResponseCompletionTimeout', 'VpcOriginConfig'],
    finish: (api) => ({ OriginPath: '', CustomHeaders: { Quantity: 0 }, ...api }),
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

/** Written with its count in templates, unlike every other list. */
const counted = (item: Shape): Shape => record({ Quantity: required(whole), Items: list(item) });

const originGroup = record({
  Id: required(text),
  FailoverCriteria: required(record({ StatusCodes: required(counted(whole)) })),
  Members: required(counted(record({ OriginId: required(text) }))),
  SelectionCriteria: text,
});

/** Logging is on where the template has any. */
const logging = record(
  { Bucket: text, IncludeCookies: flag, Prefix: text },
  {
    finish: (api) => ({
      Enabled: Boolean(api.Bucket),
      IncludeCookies: false,
      Bucket: '',
      Prefix: '',
      ...api,
    }),
  },
);

/** What CloudFormation sends where the template is silent. Its HTTP version is older than the API's own default. */
const configDefaults = {
  Aliases: { Quantity: 0 },
  CacheBehaviors: { Quantity: 0 },
  Comment: '',
  CustomErrorResponses: { Quantity: 0 },
  DefaultRootObject: '',
  HttpVersion: 'http1.1',
  Logging: { Enabled: false, IncludeCookies: false, Bucket: '', Prefix: '' },
  PriceClass: 'PriceClass_All',
  Restrictions: { GeoRestriction: { RestrictionType: 'none', Quantity: 0 } },
  ViewerCertificate: { CloudFrontDefaultCertificate: true },
  WebACLId: '',
};

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
    Logging: logging,
    OriginGroups: counted(originGroup),
    IPV6Enabled: named('IsIPV6Enabled', flag),
    Origins: required(quantity(origin)),
    PriceClass: text,
    Restrictions: record({ GeoRestriction: required(geoRestriction) }),
    ViewerCertificate: viewerCertificate,
    WebACLId: text,
  },
  {
    unsupported: [
      'AnycastIpListId',
      'CNAMEs',
      'ConnectionFunctionAssociation',
      'ConnectionMode',
      'ContinuousDeploymentPolicyId',
      'CustomOrigin',
      'S3Origin',
      'Staging',
      'TenantConfig',
      'ViewerMtlsConfig',
    ],
    finish: (api) => ({ ...configDefaults, ...api }),
  },
);

export const distributionShape: Shape = record({
  DistributionConfig: required(distributionConfig),
  Tags: tags,
});
