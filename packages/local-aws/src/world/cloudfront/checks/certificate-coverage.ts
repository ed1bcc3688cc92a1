import { certificateDoesNotCover } from '../failures';
import { certificateCovers } from '../names';
import { type Check, certificateOf, namesToProve } from './proposal';

/** One of the certificate's names covers each alias that is to be proven. */
export const certificateCoverage: Check = (world, proposal) => {
  const certificate = certificateOf(world, proposal.accountId, proposal.config);
  if (!certificate) return;
  for (const alias of namesToProve(proposal)) {
    if (!certificate.names.some((name) => certificateCovers(name, alias))) throw certificateDoesNotCover();
  }
};
