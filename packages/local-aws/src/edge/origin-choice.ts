import type {
  CacheBehavior,
  DefaultCacheBehavior,
  DistributionConfig,
  Origin,
} from '@aws-sdk/client-cloudfront';

/** The origins to ask in turn, and the statuses on which the next one is asked. */
export interface OriginChoice {
  readonly origins: readonly Origin[];
  readonly failoverOn: readonly number[];
}

/** A behaviour names one origin, or a group whose second member is asked when the first one fails. */
export function originChoiceFor(config: DistributionConfig, targetOriginId: string): OriginChoice {
  const find = (id: string | undefined): Origin[] =>
    (config.Origins?.Items ?? []).filter((origin) => origin.Id === id);
  const group = config.OriginGroups?.Items?.find(({ Id }) => Id === targetOriginId);
  if (!group) return { origins: find(targetOriginId), failoverOn: [] };
  return {
    origins: (group.Members?.Items ?? []).flatMap((member) => find(member.OriginId)),
    failoverOn: group.FailoverCriteria?.StatusCodes?.Items ?? [],
  };
}

/** Managed policies that hand all of the viewer's headers to the origin, Host among them. */
const policiesWithHost = new Set([
  '216adef6-5c7f-47e4-b989-5492eafa07d3', // AllViewer
  '33f36d7e-f396-46d9-90e0-52428a34d9dc', // AllViewerAndCloudFrontHeaders-2022-06
]);
/** The managed policy for origins that answer to their own name only, such as API Gateway. */
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

/** What of the viewer's headers the origin sees. */
export type ForwardedHeaders = 'none' | 'host' | 'all' | 'all-but-host';

/**
 * Read from the origin request policy, or from the ForwardedValues of before 2020. A policy of one's own is not
 * known here and forwards no header.
 */
export function forwardedHeaders(behaviour: CacheBehavior | DefaultCacheBehavior): ForwardedHeaders {
  const policyId = behaviour.OriginRequestPolicyId;
  if (policyId && policiesWithHost.has(policyId)) return 'all';
  if (policyId === allViewerExceptHost) return 'all-but-host';
  const legacy = (behaviour.ForwardedValues?.Headers?.Items ?? []).map((name) => name.toLowerCase());
  if (legacy.includes('*')) return 'all';
  return legacy.includes('host') ? 'host' : 'none';
}
