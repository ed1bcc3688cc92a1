import { isIssued } from '../../acm/certificates';
import { certificateUnusable } from '../failures';
import { type Check, certificateOf, touchesCertificate } from './proposal';

/** It is in ACM in us-east-1, in the distribution's own account, and issued. */
export const certificateExists: Check = (world, proposal) => {
  if (!proposal.config.ViewerCertificate?.ACMCertificateArn || !touchesCertificate(proposal)) return;
  const certificate = certificateOf(world, proposal.accountId, proposal.config);
  if (!certificate || !isIssued(certificate)) throw certificateUnusable();
};
