import { visibleEntity } from '../entities/versions';
import { noSuchTrustedKeyGroup, noSuchTrustedSigner } from '../failures';
import { keyGroup } from '../key-groups/key-group';
import { type Check, newReferences } from './proposal';

/**
 * Who may sign URLs and cookies: key groups of the distribution's own account, or accounts as a whole. Which accounts
 * exist outside of this world nobody here knows; a signer that is no account number is refused.
 */
export const trustedKeys: Check = (world, proposal) => {
  for (const id of newReferences(proposal, 'keyGroups')) {
    if (!visibleEntity(world, keyGroup, proposal.accountId, id)) throw noSuchTrustedKeyGroup();
  }
  for (const signer of newReferences(proposal, 'trustedSigners')) {
    if (signer !== 'self' && !/^\d{12}$/.test(signer)) throw noSuchTrustedSigner();
  }
};
