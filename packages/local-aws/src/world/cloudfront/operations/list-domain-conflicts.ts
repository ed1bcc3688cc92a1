import type {
  DomainConflict,
  ListDomainConflictsRequest,
  ListDomainConflictsResult,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Caller, Operation } from '../../operation';
import { type Conflict, conflictsWith, markerOf, masked } from '../moving/conflicts';
import { requireCoverage, requireDomain, requireTarget } from '../moving/resource';
import { pageOf } from '../paging';

/** Who else, in any account, has the name or one that overlaps it. Asks for GetDistribution, as documented. */
export const listDomainConflicts: Operation<ListDomainConflictsRequest, ListDomainConflictsResult> = {
  service: 'cloudfront',
  name: 'ListDomainConflicts',
  needs: ({ DomainControlValidationResource }, _world, caller) =>
    ['cloudfront:ListDomainConflicts', 'cloudfront:GetDistribution'].map((action) => ({
      action,
      resource: distributionArn(caller.accountId, DomainControlValidationResource?.DistributionId ?? ''),
    })),
  perform(world, { Domain: domain, DomainControlValidationResource, Marker, MaxItems }, caller) {
    const own = requireTarget(world, caller, DomainControlValidationResource);
    requireDomain(domain);
    requireCoverage(world, own, domain);
    const page = pageOf(conflictsWith(world, domain, own), markerOf, Marker, MaxItems);
    return {
      DomainConflicts: page.items.map((conflict) => conflictOutput(conflict, caller)),
      ...(page.nextMarker && { NextMarker: page.nextMarker }),
    };
  },
};

/** The AWS CLI's example shows the caller's own account number in full, and that of a stranger masked. */
const conflictOutput = ({ alias, holder: { id, accountId } }: Conflict, caller: Caller): DomainConflict => ({
  Domain: alias,
  ResourceType: 'distribution',
  ResourceId: masked(id),
  AccountId: accountId === caller.accountId ? accountId : masked(accountId),
});
