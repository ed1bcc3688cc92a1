import type { AssociateAliasRequest } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { illegalUpdate, tooManyAliases } from '../failures';
import { requireDistribution } from '../find';
import { checkMove, type MoveRules } from '../moving/check';
import { moveAlias, moveNeeds } from '../moving/move';

const rules: MoveRules = {
  operation: 'AssociateAlias',
  // Of the four errors that the model has for this operation the one that fits; no report was found.
  notHeld: (alias) => illegalUpdate(`The alias ${alias} is not associated with a distribution.`),
  tooMany: tooManyAliases,
};

/**
 * The older way to take a name from one standard distribution to another. There is no If-Match: what another writer
 * does between the look and the call goes unnoticed. Nothing is answered but 200.
 */
export const associateAlias: Operation<AssociateAliasRequest, Record<string, never>> = {
  service: 'cloudfront',
  name: 'AssociateAlias',
  needs: ({ Alias = '', TargetDistributionId = '' }, world, caller) =>
    moveNeeds(world, caller, { operation: rules.operation, alias: Alias, targetId: TargetDistributionId }, [
      'UpdateDistribution',
    ]),
  perform(world, { Alias: alias, TargetDistributionId }, caller) {
    const target = requireDistribution(world, caller, TargetDistributionId);
    const source = checkMove(world, alias, target, rules);
    if (source !== target) moveAlias(world, alias as string, source, target);
    return {};
  },
};
