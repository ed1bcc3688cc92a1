import { noSuchFieldLevelEncryption } from '../failures';
import { references } from '../references';
import { type Check, newReferences } from './proposal';

/**
 * The local AWS keeps no configurations for field-level encryption, but knows some by the distributions that name
 * them: one that only another account's distributions name is not there for this one.
 */
export const fieldLevelEncryption: Check = (world, proposal) => {
  for (const id of newReferences(proposal, 'fieldLevelEncryptions')) {
    const owners = [...world.distributions.values()]
      .filter(({ config }) => references.fieldLevelEncryptions(config).includes(id))
      .map(({ accountId }) => accountId);
    if (owners.length > 0 && !owners.includes(proposal.accountId)) throw noSuchFieldLevelEncryption();
  }
};
