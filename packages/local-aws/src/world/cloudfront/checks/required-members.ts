import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { invalidArgument, missingBody, requiredForUpdates } from '../failures';

const alwaysRequired = ['CallerReference', 'Origins', 'DefaultCacheBehavior', 'Comment', 'Enabled'] as const;

const requiredOnUpdate = [
  'Aliases',
  'CacheBehaviors',
  'CustomErrorResponses',
  'Logging',
  'PriceClass',
  'ViewerCertificate',
  'Restrictions',
  'HttpVersion',
] as const;

const requiredInBehaviorOnUpdate = [
  'AllowedMethods',
  'SmoothStreaming',
  'Compress',
  'LambdaFunctionAssociations',
] as const;

/** @throws AwsFailure MissingBody, InvalidArgument */
export function requireMembers(config: DistributionConfig | undefined): asserts config is DistributionConfig {
  if (!config) throw missingBody();
  for (const member of alwaysRequired) {
    if (config[member] === undefined) throw invalidArgument(`The parameter ${member} is required.`);
  }
}

/**
 * "The values that you specify in an UpdateDistribution request are not merged into your existing configuration":
 * CloudFront refuses an update that leaves out what it would have to guess. DefaultRootObject, WebACLId and
 * FieldLevelEncryptionId are in the documented list too, but are taken as empty here: some XML readers cannot tell
 * an empty element from an absent one.
 */
export function requireMembersForUpdate(config: DistributionConfig): void {
  for (const member of requiredOnUpdate) {
    if (config[member] === undefined) throw requiredForUpdates(member);
  }
  const behaviors = [config.DefaultCacheBehavior, ...(config.CacheBehaviors?.Items ?? [])];
  for (const behavior of behaviors) {
    for (const member of requiredInBehaviorOnUpdate) {
      if (behavior?.[member] === undefined) throw requiredForUpdates(member);
    }
  }
  for (const origin of config.Origins?.Items ?? []) {
    if (origin.CustomHeaders === undefined) throw requiredForUpdates('CustomHeaders');
    const custom = origin.CustomOriginConfig;
    if (custom && custom.OriginReadTimeout === undefined) throw requiredForUpdates('OriginReadTimeout');
    if (custom && custom.OriginKeepaliveTimeout === undefined)
      throw requiredForUpdates('OriginKeepaliveTimeout');
  }
}
