import { X509Certificate } from 'node:crypto';
import { certificateFaulty } from '../failures';
import { type Check, certificateOf, touchesCertificate } from './proposal';

const longestChain = 5;
const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * In the documented order: the length of the chain, its dates, its issuer. Only imported certificates have a chain
 * here. Which authorities are trusted is not modelled, but nobody trusts a certificate that vouches for itself.
 */
export const certificateChain: Check = (world, proposal) => {
  if (!touchesCertificate(proposal)) return;
  const certificate = certificateOf(world, proposal.accountId, proposal.config);
  if (!certificate) return;
  const chain = certificate.imported?.chainPem?.match(pemBlock) ?? [];
  if (chain.length > longestChain)
    throw certificateFaulty(
      `has too many certificates in the certificate chain (${chain.length}, at most 5).`,
    );
  const issuers = chain.map((pem) => new X509Certificate(pem));
  const begins = Math.max(certificate.notBefore, ...issuers.map((issuer) => Date.parse(issuer.validFrom)));
  const ends = Math.min(certificate.notAfter, ...issuers.map((issuer) => Date.parse(issuer.validTo)));
  if (begins > world.now)
    throw certificateFaulty(`has a certificate in its chain that is not valid before ${day(begins)}.`);
  if (ends <= world.now)
    throw certificateFaulty(`has a certificate in its chain that expired on ${day(ends)}.`);
  if (certificate.imported && isSelfSigned(certificate.imported.certificatePem))
    throw certificateFaulty('is self-signed, not issued by a trusted Certificate Authority (CA).');
};

const day = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function isSelfSigned(pem: string): boolean {
  const { issuer, subject } = new X509Certificate(pem);
  return issuer === subject;
}
