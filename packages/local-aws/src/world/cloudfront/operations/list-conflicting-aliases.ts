import type {
  ConflictingAlias,
  ListConflictingAliasesRequest,
  ListConflictingAliasesResult,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Operation } from '../../operation';
import { invalidArgument } from '../failures';
import { requireDistribution } from '../find';
import { type Conflict, conflictsWith, markerOf, masked } from '../moving/conflicts';
import { requireCoverage, requireDomain } from '../moving/resource';
import { pageOf } from '../paging';

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
    perform(world, { DistributionId, Alias, Marker, MaxItems }, caller) {
      if (DistributionId && DistributionId.length > longestId)
        throw invalidArgument(`The parameter DistributionId is longer than ${longestId} characters.`);
      const own = requireDistribution(world, caller, DistributionId);
      requireDomain(Alias);
      requireCoverage(world, own, Alias);
      const page = pageOf(conflictsWith(world, Alias, own), markerOf, Marker, MaxItems);
      return {
        ConflictingAliasesList: {
          ...(page.nextMarker && { NextMarker: page.nextMarker }),
          MaxItems: page.maxItems,
          Quantity: page.items.length,
          ...(page.items.length && { Items: page.items.map(conflictOutput) }),
        },
      };
    },
  };

const conflictOutput = ({ alias, holder }: Conflict): ConflictingAlias => ({
  Alias: alias,
  DistributionId: masked(holder.id),
  AccountId: masked(holder.accountId),
});
