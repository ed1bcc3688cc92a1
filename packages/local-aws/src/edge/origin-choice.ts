import type { DistributionConfig, Origin } from '@aws-sdk/client-cloudfront';

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
