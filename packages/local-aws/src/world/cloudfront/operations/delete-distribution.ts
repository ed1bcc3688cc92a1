import type { DeleteDistributionRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { isDeployed, withdraw } from '../../propagation';
import { distributionNotDisabled } from '../failures';
import { needOnDistribution, requireDistribution } from '../find';
import { requireMatch } from '../preconditions';
import { aliasesOf, holdUntilDeployed, recordOwners } from '../registry';

/** A distribution has to be disabled, and that has to have reached the edges, before it can go. */
export const deleteDistribution: Operation<DeleteDistributionRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'DeleteDistribution',
  needs: needOnDistribution('DeleteDistribution'),
  perform(world, { Id, IfMatch }, caller) {
    const distribution = requireDistribution(world, caller, Id);
    requireMatch(IfMatch, distribution.etag);
    if (distribution.config.Enabled || !isDeployed(world, distribution)) throw distributionNotDisabled();
    const aliases = aliasesOf(distribution.config);
    const goneAt = withdraw(world, distribution.id);
    world.distributions.delete(distribution.id);
    recordOwners(world, distribution, aliases, []);
    holdUntilDeployed(world, distribution.id, aliases, goneAt);
    return {};
  },
};
