import { managedPolicyIds } from './managed-policies';

/** A kind of thing that a distribution refers to and that is another one in another account. */
export interface ReferenceKind {
  /** Section of the map. */
  readonly name: string;
  /** One of them, in words. */
  readonly title: string;
  /** Where a configuration has them; see placesOf. */
  readonly patterns: readonly string[];
  /** How to find the target account's own one. */
  readonly lookUp: string;
  /**
   * How many steps of the path go when it is dropped: 1 the member itself, 2 the structure or item that it is the
   * point of. Absent: what names it cannot do without.
   */
  readonly drops?: number;
  /** Whether this value means the same in every account, so that nobody has to map it. */
  isShared?(value: string): boolean;
}

const inBehaviours = (member: string): string[] => [
  `DefaultCacheBehavior.${member}`,
  `CacheBehaviors.Items[].${member}`,
];
const isManaged = (id: string): boolean => managedPolicyIds.has(id);

/**
 * Everything in a DistributionConfig that names something of an account: a walk over the members of the API's model.
 * The order is the order of the map, which follows how a person would go about it: what users see first.
 */
export const referenceKinds: readonly ReferenceKind[] = [
  {
    name: 'certificates',
    title: 'ACM certificate',
    patterns: ['ViewerCertificate.ACMCertificateArn'],
    lookUp: 'aws acm list-certificates --region us-east-1',
    drops: 1,
  },
  {
    name: 'iamCertificates',
    title: 'certificate of the IAM store',
    patterns: ['ViewerCertificate.IAMCertificateId'],
    lookUp: 'aws iam list-server-certificates --path-prefix /cloudfront/',
    drops: 1,
  },
  {
    name: 'cachePolicies',
    title: 'cache policy',
    patterns: inBehaviours('CachePolicyId'),
    lookUp: 'aws cloudfront list-cache-policies --type custom',
    isShared: isManaged,
  },
  {
    name: 'originRequestPolicies',
    title: 'origin request policy',
    patterns: inBehaviours('OriginRequestPolicyId'),
    lookUp: 'aws cloudfront list-origin-request-policies --type custom',
    drops: 1,
    isShared: isManaged,
  },
  {
    name: 'responseHeadersPolicies',
    title: 'response headers policy',
    patterns: inBehaviours('ResponseHeadersPolicyId'),
    lookUp: 'aws cloudfront list-response-headers-policies --type custom',
    drops: 1,
    isShared: isManaged,
  },
  {
    name: 'functions',
    title: 'CloudFront Function',
    patterns: inBehaviours('FunctionAssociations.Items[].FunctionARN'),
    lookUp: 'aws cloudfront list-functions --stage LIVE',
    drops: 2,
  },
  {
    name: 'lambdaFunctions',
    title: 'Lambda@Edge version',
    patterns: inBehaviours('LambdaFunctionAssociations.Items[].LambdaFunctionARN'),
    lookUp: 'aws lambda list-versions-by-function --region us-east-1 --function-name NAME',
    drops: 2,
  },
  {
    name: 'keyGroups',
    title: 'trusted key group',
    patterns: inBehaviours('TrustedKeyGroups.Items[]'),
    lookUp: 'aws cloudfront list-key-groups',
    drops: 1,
  },
  {
    name: 'signers',
    title: 'trusted signer (an account)',
    patterns: inBehaviours('TrustedSigners.Items[]'),
    lookUp: 'an account id, or self for the account of the copy',
    drops: 1,
  },
  {
    name: 'fieldLevelEncryptions',
    title: 'field-level encryption configuration',
    patterns: inBehaviours('FieldLevelEncryptionId'),
    lookUp: 'aws cloudfront list-field-level-encryption-configs',
    drops: 1,
  },
  {
    name: 'realtimeLogs',
    title: 'real-time log configuration',
    patterns: inBehaviours('RealtimeLogConfigArn'),
    lookUp: 'aws cloudfront list-realtime-log-configs',
    drops: 1,
  },
  {
    name: 'webAcls',
    title: 'WAF web ACL',
    patterns: ['WebACLId'],
    lookUp: 'aws wafv2 list-web-acls --scope CLOUDFRONT --region us-east-1',
    drops: 1,
  },
  {
    name: 'logBuckets',
    title: 'bucket for standard logs',
    patterns: ['Logging.Bucket'],
    lookUp: 'aws s3api list-buckets',
    drops: 2,
  },
  {
    name: 'originAccessControls',
    title: 'origin access control',
    patterns: ['Origins.Items[].OriginAccessControlId'],
    lookUp: 'aws cloudfront list-origin-access-controls',
    drops: 1,
  },
  {
    name: 'originAccessIdentities',
    title: 'origin access identity',
    patterns: ['Origins.Items[].S3OriginConfig.OriginAccessIdentity'],
    lookUp: 'aws cloudfront list-cloud-front-origin-access-identities',
    drops: 1,
  },
  {
    name: 'vpcOrigins',
    title: 'VPC origin',
    patterns: ['Origins.Items[].VpcOriginConfig.VpcOriginId'],
    lookUp: 'aws cloudfront list-vpc-origins',
  },
  {
    name: 'vpcOriginOwners',
    title: 'owner account of a VPC origin',
    patterns: ['Origins.Items[].VpcOriginConfig.OwnerAccountId'],
    lookUp: 'the account that shares the VPC origin; drop when it is the account of the copy',
    drops: 1,
  },
  {
    name: 'originClientCertificates',
    title: 'client certificate that CloudFront shows to an origin',
    patterns: ['Origins.Items[].CustomOriginConfig.OriginMtlsConfig.ClientCertificateArn'],
    lookUp: 'aws acm list-certificates --region us-east-1',
    drops: 2,
  },
  {
    name: 'trustStores',
    title: 'trust store for viewers’ client certificates',
    patterns: ['ViewerMtlsConfig.TrustStoreConfig.TrustStoreId'],
    lookUp: 'aws cloudfront list-trust-stores',
    drops: 3,
  },
  {
    name: 'connectionFunctions',
    title: 'connection function',
    patterns: ['ConnectionFunctionAssociation.Id'],
    lookUp: 'aws cloudfront list-connection-functions',
    drops: 2,
  },
  {
    name: 'anycastIpLists',
    title: 'anycast IP list',
    patterns: ['AnycastIpListId'],
    lookUp: 'aws cloudfront list-anycast-ip-lists',
    drops: 1,
  },
  {
    name: 'continuousDeployments',
    title: 'continuous deployment policy',
    patterns: ['ContinuousDeploymentPolicyId'],
    lookUp: 'usually drop: a copy has no staging distribution yet',
    drops: 1,
  },
];

/** Not named by a distribution but by what it names: they are asked for when that is recreated. */
export const otherKinds: readonly ReferenceKind[] = [
  {
    name: 'publicKeys',
    title: 'public key',
    patterns: [],
    lookUp: 'aws cloudfront list-public-keys',
  },
  {
    name: 'keyValueStores',
    title: 'key value store',
    patterns: [],
    lookUp: 'aws cloudfront list-key-value-stores',
  },
  {
    name: 'originHeaders',
    title: 'header for an origin',
    patterns: [],
    lookUp: 'keep writes the value into the template; without an entry the template asks for it',
  },
];
