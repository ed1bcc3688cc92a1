import type {
  DomainConflict,
  ListDomainConflictsRequest,
  ListDomainConflictsResult,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import type { Caller, Operation } from '../../operation';
import type { World } from '../../world';
import { requireCoverage, requireDomain, requireTarget } from '../moving/resource';
import { overlaps } from '../names';
import { pageOf } from '../paging';
import { aliasesOf } from '../registry';

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
    const conflicts = conflictsOf(world, caller, domain, own.id);
    const page = pageOf(conflicts, markerOf, Marker, MaxItems);
    return { DomainConflicts: page.items, ...(page.nextMarker && { NextMarker: page.nextMarker }) };
  },
};

const markerOf = ({ Domain, ResourceId }: DomainConflict): string => `${Domain}|${ResourceId}`;

function conflictsOf(world: World, caller: Caller, domain: string, exceptId: string): DomainConflict[] {
  return [...world.distributions.values()]
    .filter(({ id }) => id !== exceptId)
    .flatMap(({ id, accountId, config }) =>
      aliasesOf(config)
        .filter((alias) => overlaps(alias, domain))
        .map((alias) => ({
          Domain: alias,
          ResourceType: 'distribution' as const,
          ResourceId: masked(id),
          AccountId: accountId === caller.accountId ? accountId : masked(accountId),
        })),
    );
}

/** Enough to recognise what is one's own, too little to learn who somebody else is: the first half becomes stars. */
export const masked = (id: string): string => {
  const hidden = Math.floor(id.length / 2);
  return '*'.repeat(hidden) + id.slice(hidden);
};
