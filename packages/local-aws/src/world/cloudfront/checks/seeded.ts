import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../failure';
import type { World } from '../../world';
import { certificateCovers } from '../names';
import { aliasesOf, claimantOf } from '../registry';
import { aliasNames } from './alias-names';
import { certificateAttached } from './certificate-attached';
import { modelledFeatures } from './modelled-features';
import { origins } from './origins';
import { type Check, certificateOf, proposalOf } from './proposal';
import { quantities } from './quantities';
import { requireMembers } from './required-members';

const rules: readonly Check[] = [quantities, aliasNames, modelledFeatures, origins, certificateAttached];

/**
 * For a distribution that is older than the world. It was accepted once, under the policies, records and dates of its
 * time, so only what the world cannot hold is refused; with CloudFront's codes, but in words for the person who put
 * the files together.
 * @throws AwsFailure
 */
export function checkSeeded(world: World, accountId: string, id: string, config: DistributionConfig): void {
  requireMembers(config);
  const proposal = proposalOf(accountId, undefined, config);
  for (const check of rules) check(world, proposal);
  requireCertificate(world, accountId, id, config);
  for (const alias of aliasesOf(config)) {
    const holder = claimantOf(world, alias);
    if (holder)
      throw new AwsFailure(
        'CNAMEAlreadyExists',
        409,
        `${id} lists ${alias}, but ${holder} lists it too: a name belongs to one distribution in all of CloudFront.`,
      );
  }
}

function requireCertificate(world: World, accountId: string, id: string, config: DistributionConfig): void {
  const arn = config.ViewerCertificate?.ACMCertificateArn;
  if (!arn) return;
  const refuse = (why: string): AwsFailure => new AwsFailure('InvalidViewerCertificate', 400, `${id} ${why}`);
  const certificate = certificateOf(world, accountId, config);
  if (!certificate)
    throw refuse(
      `carries the certificate ${arn}, but account ${accountId} has none of that ARN in us-east-1: add the output of ` +
        '`aws acm describe-certificate` for it.',
    );
  for (const alias of aliasesOf(config)) {
    if (!certificate.names.some((name) => certificateCovers(name, alias)))
      throw refuse(
        `lists ${alias}, which its certificate does not cover; that is for ${certificate.names.join(', ')}.`,
      );
  }
}
