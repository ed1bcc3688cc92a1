import type {
  CacheBehavior,
  DefaultCacheBehavior,
  DistributionConfig,
  Origin,
} from '@aws-sdk/client-cloudfront';
import type { Distribution, World } from '../world';

export type Behavior = DefaultCacheBehavior | CacheBehavior;

export const behaviorsOf = (config: DistributionConfig | undefined): readonly Behavior[] =>
  config
    ? [config.DefaultCacheBehavior, ...(config.CacheBehaviors?.Items ?? [])].filter(
        (behavior) => behavior !== undefined,
      )
    : [];

const originsOf = (config: DistributionConfig | undefined): readonly Origin[] => config?.Origins?.Items ?? [];

/** The last part of `origin-access-identity/cloudfront/E…`. */
export const identityIn = (path: string | undefined): string => path?.split('/').at(-1) ?? '';

const present = (ids: readonly (string | undefined)[]): string[] =>
  ids.filter((id) => Boolean(id)) as string[];

/** What a configuration names that lives beside it, by kind: ids, for functions and logs ARNs. */
export const references = {
  cachePolicies: (config) => present(behaviorsOf(config).map(({ CachePolicyId }) => CachePolicyId)),
  originRequestPolicies: (config) =>
    present(behaviorsOf(config).map(({ OriginRequestPolicyId }) => OriginRequestPolicyId)),
  responseHeadersPolicies: (config) =>
    present(behaviorsOf(config).map(({ ResponseHeadersPolicyId }) => ResponseHeadersPolicyId)),
  functions: (config) =>
    present(
      behaviorsOf(config).flatMap(({ FunctionAssociations }) =>
        (FunctionAssociations?.Items ?? []).map(({ FunctionARN }) => FunctionARN),
      ),
    ),
  lambdaFunctions: (config) =>
    present(
      behaviorsOf(config).flatMap(({ LambdaFunctionAssociations }) =>
        (LambdaFunctionAssociations?.Items ?? []).map(({ LambdaFunctionARN }) => LambdaFunctionARN),
      ),
    ),
  keyGroups: (config) =>
    present(behaviorsOf(config).flatMap(({ TrustedKeyGroups }) => TrustedKeyGroups?.Items ?? [])),
  trustedSigners: (config) =>
    present(behaviorsOf(config).flatMap(({ TrustedSigners }) => TrustedSigners?.Items ?? [])),
  realtimeLogConfigs: (config) =>
    present(behaviorsOf(config).map(({ RealtimeLogConfigArn }) => RealtimeLogConfigArn)),
  fieldLevelEncryptions: (config) =>
    present(behaviorsOf(config).map(({ FieldLevelEncryptionId }) => FieldLevelEncryptionId)),
  originAccessControls: (config) =>
    present(originsOf(config).map(({ OriginAccessControlId }) => OriginAccessControlId)),
  originAccessIdentities: (config) =>
    present(originsOf(config).map(({ S3OriginConfig }) => identityIn(S3OriginConfig?.OriginAccessIdentity))),
} satisfies Record<string, (config: DistributionConfig | undefined) => string[]>;

export type ReferenceKind = keyof typeof references;

/** The distributions that name this one of a kind, in whatever account. */
export const distributionsUsing = (world: World, kind: ReferenceKind, id: string): Distribution[] =>
  [...world.distributions.values()].filter(({ config }) => references[kind](config).includes(id));
