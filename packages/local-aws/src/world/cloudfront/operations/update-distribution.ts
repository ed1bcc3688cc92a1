import type { UpdateDistributionRequest, UpdateDistributionResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { distributionOutput } from '../answers';
import { checkAll } from '../checks/all';
import { proposalOf } from '../checks/proposal';
import { requireMembers, requireMembersForUpdate } from '../checks/required-members';
import { withDefaults } from '../defaults';
import { illegalUpdate } from '../failures';
import { needOnDistribution, requireDistribution } from '../find';
import { needsToLog } from '../log-bucket';
import { requireMatch } from '../preconditions';
import { writeConfigs } from '../write';

/** Replaces the whole configuration; what the request leaves out is gone, or refused. */
export const updateDistribution: Operation<UpdateDistributionRequest, UpdateDistributionResult> = {
  service: 'cloudfront',
  name: 'UpdateDistribution',
  needs: (input, world, caller) => [
    ...needOnDistribution('UpdateDistribution')(input, world, caller),
    ...needsToLog(input.DistributionConfig, world.distributions.get(input.Id ?? '')?.config),
  ],
  perform(world, { Id, IfMatch, DistributionConfig: given }, caller) {
    const distribution = requireDistribution(world, caller, Id);
    requireMatch(IfMatch, distribution.etag);
    requireMembers(given);
    if (given.CallerReference !== distribution.config.CallerReference)
      throw illegalUpdate(
        'The update contains modifications that are not allowed. (CallerReference cannot be changed.)',
      );
    requireMembersForUpdate(given);
    const config = withDefaults(given);
    checkAll(world, proposalOf(distribution.accountId, distribution, config));
    writeConfigs(world, [{ distribution, config }]);
    return { Distribution: distributionOutput(world, distribution), ETag: distribution.etag };
  },
};
