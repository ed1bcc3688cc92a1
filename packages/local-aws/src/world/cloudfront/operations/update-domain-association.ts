import type {
  UpdateDomainAssociationRequest,
  UpdateDomainAssociationResult,
} from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../../arns';
import { frozenCopy } from '../../frozen';
import type { Operation } from '../../operation';
import { checkMove } from '../moving/check';
import { requireTarget } from '../moving/resource';
import { requireMatchIfGiven } from '../preconditions';
import { aliasesOf, holderOf, withAliases } from '../registry';
import { writeConfigs } from '../write';

/**
 * Takes a name from the distribution that holds it to another, in one step. The role needs it on the source too
 * when that is in the same account; across accounts the TXT record speaks for the source.
 */
export const updateDomainAssociation: Operation<
  UpdateDomainAssociationRequest,
  UpdateDomainAssociationResult
> = {
  service: 'cloudfront',
  name: 'UpdateDomainAssociation',
  needs({ Domain, TargetResource }, world, caller) {
    const holder = holderOf(world, Domain ?? '');
    const ids = new Set([TargetResource?.DistributionId ?? '']);
    if (holder?.accountId === caller.accountId) ids.add(holder.id);
    return [...ids].flatMap((id) =>
      ['cloudfront:UpdateDomainAssociation', 'cloudfront:UpdateDistribution'].map((action) => ({
        action,
        resource: distributionArn(caller.accountId, id),
      })),
    );
  },
  perform(world, { Domain: domain, TargetResource, IfMatch }, caller) {
    const target = requireTarget(world, caller, TargetResource);
    requireMatchIfGiven(IfMatch, target.etag);
    const source = checkMove(world, domain, target);
    if (source !== target) {
      const left = aliasesOf(source.config).filter((alias) => alias !== domain);
      writeConfigs(world, [
        { distribution: source, config: frozenCopy(withAliases(source.config, left)) },
        {
          distribution: target,
          config: frozenCopy(withAliases(target.config, [...aliasesOf(target.config), domain as string])),
        },
      ]);
    }
    return { Domain: domain, ResourceId: target.id, ETag: target.etag };
  },
};
