import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Certificate, Distribution, World } from '../../world';
import { type ReferenceKind, references } from '../references';
import { aliasesOf } from '../registry';

/** What a write would make of a distribution; every check looks at it and throws, or lets it pass. */
export interface Proposal {
  readonly accountId: string;
  /** Undefined on create. */
  readonly current: Distribution | undefined;
  /** With defaults filled in. */
  readonly config: DistributionConfig;
  /** Aliases that the distribution does not have yet: only these are looked up and asked for. */
  readonly added: readonly string[];
}

export type Check = (world: World, proposal: Proposal) => void;

export function proposalOf(
  accountId: string,
  current: Distribution | undefined,
  config: DistributionConfig,
): Proposal {
  const present = new Set(aliasesOf(current?.config));
  return { accountId, current, config, added: aliasesOf(config).filter((alias) => !present.has(alias)) };
}

/**
 * What a write names that the distribution did not name before. What it names already is not asked again: a
 * configuration pasted from a real account may name entities that nobody brought along.
 */
export function newReferences({ current, config }: Proposal, kind: ReferenceKind): readonly string[] {
  const known = new Set(references[kind](current?.config));
  return references[kind](config).filter((id) => !known.has(id));
}

export function changesCertificate({ current, config }: Proposal): boolean {
  const before = current?.config.ViewerCertificate;
  const after = config.ViewerCertificate;
  return (
    before?.ACMCertificateArn !== after?.ACMCertificateArn ||
    before?.IAMCertificateId !== after?.IAMCertificateId
  );
}

/**
 * The names whose use the certificate must prove: new ones, and all of them when the certificate changes. What is
 * there already stays, even under a certificate that would not be accepted today (Developer Guide).
 */
export const namesToProve = (proposal: Proposal): readonly string[] =>
  changesCertificate(proposal) ? aliasesOf(proposal.config) : proposal.added;

/** Whether the write has anything to do with the certificate. */
export const touchesCertificate = (proposal: Proposal): boolean =>
  namesToProve(proposal).length > 0 || changesCertificate(proposal);

/** CloudFront reads certificates of the distribution's own account in us-east-1 only. */
export function certificateOf(
  world: World,
  accountId: string,
  config: DistributionConfig,
): Certificate | undefined {
  const certificate = world.certificates.get(config.ViewerCertificate?.ACMCertificateArn ?? '');
  const usable = certificate?.accountId === accountId && certificate.region === 'us-east-1';
  return usable ? certificate : undefined;
}
