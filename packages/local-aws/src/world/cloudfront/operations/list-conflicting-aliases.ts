import type {
  ConflictingAlias,
  ListConflictingAliasesRequest,
  ListConflictingAliasesResult,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import { invalidArgument } from '../failures';
import { requireDistribution } from '../find';
import { countedList } from '../listing';
import { type Conflict, conflictsWith, markerOf, masked } from '../moving/conflicts';
import { requireCoverage, requireDomain } from '../moving/resource';

const longestId = 25;

/**
 * The older question after who else has a name or one that overlaps it. Only for the owner of a distribution whose
 * certificate covers the name; and every id comes half masked, the caller's own too.
 */
export const listConflictingAliases: Operation<ListConflictingAliasesRequest, ListConflictingAliasesResult> =
  {
    service: 'cloudfront',
    name: 'ListConflictingAliases',
    needs: ({ DistributionId = '' }, _world, caller) =>
      ['cloudfront:ListConflictingAliases', 'cloudfront:GetDistribution'].map((action) => ({
        action,
        resource: distributionArn(caller.accountId, DistributionId),
      })),
    perform(world, { DistributionId, Alias, ...query }, caller) {
      if (DistributionId && DistributionId.length > longestId)
        throw invalidArgument(`The parameter DistributionId is longer than ${longestId} characters.`);
      const own = requireDistribution(world, caller, DistributionId);
      requireDomain(Alias);
      requireCoverage(world, own, Alias);
      const conflicts = conflictsWith(world, Alias, own).map((each) => ({ ...each, id: markerOf(each) }));
      return { ConflictingAliasesList: countedList(conflicts, query, conflictOutput) };
    },
  };

const conflictOutput = ({ alias, holder }: Conflict): ConflictingAlias => ({
  Alias: alias,
  DistributionId: masked(holder.id),
  AccountId: masked(holder.accountId),
});
