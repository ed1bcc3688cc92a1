import type { CacheBehavior, DefaultCacheBehavior, DistributionConfig } from '@aws-sdk/client-cloudfront';

type Behavior = DefaultCacheBehavior | CacheBehavior;

/** Parts of a configuration that the world keeps but no edge acts on yet, and how they show. */
const parts: Readonly<
  Record<string, (config: DistributionConfig, behaviors: readonly Behavior[]) => boolean>
> = {
  'Lambda@Edge': (_, all) => all.some((one) => (one.LambdaFunctionAssociations?.Quantity ?? 0) > 0),
  'field-level encryption': (_, all) => all.some((one) => Boolean(one.FieldLevelEncryptionId)),
  'real-time logs': (_, all) => all.some((one) => Boolean(one.RealtimeLogConfigArn)),
  'signed URLs and cookies': (_, all) =>
    all.some((one) => one.TrustedKeyGroups?.Enabled || one.TrustedSigners?.Enabled),
  'access logs': ({ Logging }) => Logging?.Enabled === true,
  'the web ACL': ({ WebACLId }) => Boolean(WebACLId),
  'geographic restrictions': ({ Restrictions }) =>
    (Restrictions?.GeoRestriction?.RestrictionType ?? 'none') !== 'none',
  'origin access control and identities': ({ Origins }) =>
    (Origins?.Items ?? []).some(
      (origin) => origin.OriginAccessControlId || origin.S3OriginConfig?.OriginAccessIdentity,
    ),
};

/** What a rehearsal says nothing about: the features of this configuration that the local edges pass over. */
export function leftOutOf(config: DistributionConfig): string[] {
  const behaviors = [config.DefaultCacheBehavior, ...(config.CacheBehaviors?.Items ?? [])].filter(
    (behavior) => behavior !== undefined,
  );
  return Object.entries(parts)
    .filter(([, isUsed]) => isUsed(config, behaviors))
    .map(([name]) => name);
}
