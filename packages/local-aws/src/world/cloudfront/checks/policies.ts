import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { World } from '../../world';
import { noSuchPolicy, type PolicyKind } from '../failures';
import { managedCachePolicies } from '../managed/cache-policies';
import { managedOriginRequestPolicies } from '../managed/origin-request-policies';
import type { Check } from './proposal';

const references = [
  ['cache', 'CachePolicyId'],
  ['origin request', 'OriginRequestPolicyId'],
  ['response headers', 'ResponseHeadersPolicyId'],
] as const;

/**
 * A policy that a behaviour names exists in the distribution's account or is managed by AWS. What the distribution
 * names already is not asked again: a configuration pasted from a real account may name policies that nobody
 * brought along.
 */
export const policies: Check = (world, { accountId, current, config }) => {
  for (const [kind, member] of references) {
    const known = new Set(referencesIn(current?.config, member));
    for (const id of referencesIn(config, member)) {
      if (!known.has(id) && !exists(world, accountId, kind, id)) throw noSuchPolicy(kind);
    }
  }
};

function exists(world: World, accountId: string, kind: PolicyKind, id: string): boolean {
  if (kind === 'cache') return managedCachePolicies.has(id);
  if (kind === 'origin request') return managedOriginRequestPolicies.has(id);
  const owner = world.responseHeadersPolicies.get(id)?.accountId;
  return owner === accountId || owner === 'aws';
}

/** The ids that the behaviours of a configuration name. */
export function referencesIn(
  config: DistributionConfig | undefined,
  member: (typeof references)[number][1],
): string[] {
  if (!config) return [];
  return [config.DefaultCacheBehavior, ...(config.CacheBehaviors?.Items ?? [])].flatMap((behavior) =>
    behavior?.[member] ? [behavior[member]] : [],
  );
}
