import { aliasHeld } from '../failures';
import { claimantOf } from '../registry';
import type { Check } from './proposal';

/** A name belongs to one distribution at most, over all accounts. */
export const uniqueness: Check = (world, { current, added }) => {
  for (const alias of added) {
    const claimant = claimantOf(world, alias);
    if (claimant && claimant !== current?.id) throw aliasHeld();
  }
};
