import type {
  CachePolicyConfig,
  CloudFrontOriginAccessIdentityConfig,
  FunctionConfig,
  KeyGroupConfig,
  OriginAccessControlConfig,
  OriginRequestPolicyConfig,
  PublicKeyConfig,
  ResponseHeadersPolicyConfig,
  Tag,
} from '@aws-sdk/client-cloudfront';
import type { Instant } from '@cutover/ground';

/** One version of something that an account has and distributions name by its id. A write replaces it by the next. */
export interface Entity<C> {
  readonly id: string;
  /** `aws`: there in every account, and nobody's to change. */
  readonly accountId: string | 'aws';
  readonly config: C;
  readonly etag: string;
  readonly createdAt: Instant;
  readonly lastModifiedAt: Instant;
}

/** A function has two stages, each with code, configuration and ETag of its own; viewers meet LIVE only. */
export interface EdgeFunction {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly createdAt: Instant;
  readonly development: FunctionVersion;
  /** What DEVELOPMENT was before its last write; a stale read answers it. */
  readonly previous?: FunctionVersion;
  /** Absent until it is published for the first time. */
  readonly live?: FunctionVersion;
  /** When all edges run LIVE, also those that are not modelled one by one. */
  readonly liveEverywhereAt?: Instant;
  readonly tags: readonly Tag[];
}

export interface FunctionVersion {
  readonly config: FunctionConfig;
  readonly code: Uint8Array;
  readonly etag: string;
  readonly lastModifiedAt: Instant;
}

export interface KeyValueStoreConfig {
  readonly Name: string;
  readonly Comment: string;
  /** PROVISIONING until then. */
  readonly readyAt: Instant;
  /** Why it never will be: its import cannot be read. */
  readonly failure?: string;
  readonly tags: readonly Tag[];
}

export type OriginAccessIdentityConfig = CloudFrontOriginAccessIdentityConfig & {
  readonly s3CanonicalUserId: string;
};

/** All that distributions refer to; by id, functions by ARN. */
export interface Entities {
  readonly cachePolicies: Map<string, Entity<CachePolicyConfig>>;
  readonly originRequestPolicies: Map<string, Entity<OriginRequestPolicyConfig>>;
  readonly responseHeadersPolicies: Map<string, Entity<ResponseHeadersPolicyConfig>>;
  readonly originAccessControls: Map<string, Entity<OriginAccessControlConfig>>;
  readonly originAccessIdentities: Map<string, Entity<OriginAccessIdentityConfig>>;
  readonly publicKeys: Map<string, Entity<PublicKeyConfig>>;
  readonly keyGroups: Map<string, Entity<KeyGroupConfig>>;
  readonly keyValueStores: Map<string, Entity<KeyValueStoreConfig>>;
  readonly functions: Map<string, EdgeFunction>;
}

/** Versions are replaced, never changed in place: a copy of the maps is a copy of all. */
export const copyOfEntities = (entities: Entities): Entities => ({
  cachePolicies: new Map(entities.cachePolicies),
  originRequestPolicies: new Map(entities.originRequestPolicies),
  responseHeadersPolicies: new Map(entities.responseHeadersPolicies),
  originAccessControls: new Map(entities.originAccessControls),
  originAccessIdentities: new Map(entities.originAccessIdentities),
  publicKeys: new Map(entities.publicKeys),
  keyGroups: new Map(entities.keyGroups),
  keyValueStores: new Map(entities.keyValueStores),
  functions: new Map(entities.functions),
});
