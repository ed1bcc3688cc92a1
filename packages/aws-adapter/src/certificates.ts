import type { ACMClient } from '@aws-sdk/client-acm';
import type { CertificatePort } from '@cutover/alias-migration';
import { findCertificate } from './certificate';

/** Certificates of ACM in us-east-1, the only region that CloudFront takes them from. */
export const certificatePort = (client: () => Promise<ACMClient>): CertificatePort => ({
  findCertificate: async (arn) => {
    const found = await findCertificate(client, arn);
    if (found === undefined) return undefined;
    const { detail, ...certificate } = found;
    return { ...certificate, notAfter: detail.NotAfter?.getTime() };
  },
});
