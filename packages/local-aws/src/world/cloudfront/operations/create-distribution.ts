import type {
  CreateDistributionRequest,
  CreateDistributionResult,
  DistributionConfig,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import type { Distribution, World } from '../../world';
import { distributionOutput, locationOf } from '../answers';
import { checkAll } from '../checks/all';
import { proposalOf } from '../checks/proposal';
import { requireMembers } from '../checks/required-members';
import { withDefaults } from '../defaults';
import { distributionAlreadyExists, tooManyDistributions } from '../failures';
import { needsToLog } from '../log-bucket';
import { addDistribution } from '../write';

export const createDistribution: Operation<CreateDistributionRequest, CreateDistributionResult> = {
  service: 'cloudfront',
  name: 'CreateDistribution',
  needs: ({ DistributionConfig }, _world, caller) => [
    { action: 'cloudfront:CreateDistribution', resource: distributionArn(caller.accountId, '*') },
    ...needsToLog(DistributionConfig),
  ],
  perform: (world, { DistributionConfig }, caller) => create(world, caller.accountId, DistributionConfig, []),
};

/** @throws AwsFailure DistributionAlreadyExists whenever the caller reference was used before, even for the same */
export function create(
  world: World,
  accountId: string,
  given: DistributionConfig | undefined,
  tags: Distribution['tags'],
): CreateDistributionResult {
  requireMembers(given);
  const config = withDefaults(given);
  const earlier = usedReference(world, accountId, config.CallerReference);
  if (earlier) throw distributionAlreadyExists(earlier.id);
  checkAll(world, proposalOf(accountId, undefined, config));
  if (distributionsOf(world, accountId) >= world.knobs.distributionQuota) throw tooManyDistributions();
  const distribution = addDistribution(world, accountId, config, tags);
  return {
    Distribution: distributionOutput(world, distribution),
    Location: locationOf(`distribution/${distribution.id}`),
    ETag: distribution.etag,
  };
}

const distributionsOf = (world: World, accountId: string): number =>
  [...world.distributions.values()].filter((distribution) => distribution.accountId === accountId).length;

/** A caller reference is unique within its account only: a copied configuration may keep it in another one. */
function usedReference(
  world: World,
  accountId: string,
  reference: string | undefined,
): Distribution | undefined {
  for (const distribution of world.distributions.values()) {
    if (distribution.accountId === accountId && distribution.config.CallerReference === reference)
      return distribution;
  }
  return undefined;
}
