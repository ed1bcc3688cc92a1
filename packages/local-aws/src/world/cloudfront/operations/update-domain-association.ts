import type {
  UpdateDomainAssociationRequest,
  UpdateDomainAssociationResult,
} from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { entityNotFound, invalidArgument } from '../failures';
import { checkMove, type MoveRules } from '../moving/check';
import { moveAlias, moveNeeds } from '../moving/move';
import { requireTarget } from '../moving/resource';
import { requireMatchIfGiven } from '../preconditions';

const rules: MoveRules = {
  operation: 'UpdateDomainAssociation',
  notHeld: (domain) => entityNotFound(`no distribution has the domain ${domain}`),
  // The model has no quota error for this operation; which one comes is not known.
  tooMany: () => invalidArgument('Your request contains more CNAMEs than are allowed per distribution.'),
};

/** Takes a name from the distribution that holds it to another, in one step. */
export const updateDomainAssociation: Operation<
  UpdateDomainAssociationRequest,
  UpdateDomainAssociationResult
> = {
  service: 'cloudfront',
  name: 'UpdateDomainAssociation',
  needs: ({ Domain = '', TargetResource }, world, caller) =>
    moveNeeds(
      world,
      caller,
      { operation: rules.operation, alias: Domain, targetId: TargetResource?.DistributionId ?? '' },
      [rules.operation, 'UpdateDistribution'],
    ),
  perform(world, { Domain: domain, TargetResource, IfMatch }, caller) {
    const target = requireTarget(world, caller, TargetResource);
    requireMatchIfGiven(IfMatch, target.etag);
    const source = checkMove(world, domain, target, rules);
    if (source !== target) moveAlias(world, domain as string, source, target);
    return { Domain: domain, ResourceId: target.id, ETag: target.etag };
  },
};
