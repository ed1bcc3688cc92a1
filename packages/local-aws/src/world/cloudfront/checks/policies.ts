import type { World } from '../../world';
import { cachePolicy } from '../cache-policies/cache-policy';
import type { EntityKind } from '../entities/kind';
import { visibleEntity } from '../entities/versions';
import { originRequestPolicy } from '../origin-request-policies/origin-request-policy';
import type { ReferenceKind } from '../references';
import { responseHeadersPolicy } from '../response-headers-policies/response-headers-policy';
import type { Check, Proposal } from './proposal';
import { newReferences } from './proposal';

/** A policy that a behaviour names exists in the distribution's account or is managed by AWS. */
export const policies: Check = (world, proposal) => {
  requireEach(world, proposal, 'cachePolicies', cachePolicy);
  requireEach(world, proposal, 'originRequestPolicies', originRequestPolicy);
  requireEach(world, proposal, 'responseHeadersPolicies', responseHeadersPolicy);
};

function requireEach<C>(
  world: World,
  proposal: Proposal,
  references: ReferenceKind,
  kind: EntityKind<C, never>,
): void {
  for (const id of newReferences(proposal, references)) {
    if (!visibleEntity(world, kind, proposal.accountId, id)) throw kind.failures.noSuch();
  }
}
