import { certificateMissing } from '../failures';
import { type Check, namesToProve } from './proposal';

/** An alias needs a certificate; CloudFront's own covers *.cloudfront.net only. */
export const certificateAttached: Check = (_world, proposal) => {
  const { ACMCertificateArn, IAMCertificateId } = proposal.config.ViewerCertificate ?? {};
  if (namesToProve(proposal).length > 0 && !ACMCertificateArn && !IAMCertificateId)
    throw certificateMissing();
};
