import type { DistributionResourceId } from '@aws-sdk/client-cloudfront';
import { certificateStatus } from '../../acm/certificates';
import type { Caller } from '../../operation';
import type { Distribution, World } from '../../world';
import { certificateOf } from '../checks/proposal';
import { entityNotFound, invalidArgument } from '../failures';
import { ownDistribution } from '../find';
import { certificateCovers, isAlias } from '../names';

/**
 * The distribution that a domain operation names. There are no distribution tenants in this model, so none is found.
 * @throws AwsFailure InvalidArgument, EntityNotFound
 */
export function requireTarget(
  world: World,
  caller: Caller,
  resource: DistributionResourceId | undefined,
): Distribution {
  const { DistributionId, DistributionTenantId } = resource ?? {};
  if (Boolean(DistributionId) === Boolean(DistributionTenantId))
    throw invalidArgument('Specify exactly one of DistributionId and DistributionTenantId.');
  const distribution = ownDistribution(world, caller, DistributionId);
  if (!distribution) throw entityNotFound(DistributionId ?? DistributionTenantId ?? '');
  return distribution;
}

/** @throws AwsFailure InvalidArgument */
export function requireDomain(domain: string | undefined): asserts domain is string {
  if (!domain || !isAlias(domain))
    throw invalidArgument(`The parameter Domain is not a domain name: ${domain}`);
}

/**
 * The certificate of a distribution is what shows that its owner may use a name at all. Seen in the field as
 * InvalidArgument; the text was not found.
 */
export function requireCoverage(world: World, distribution: Distribution, domain: string): void {
  const certificate = certificateOf(world, distribution.accountId, distribution.config);
  const covered =
    certificate &&
    certificateStatus(world, certificate) === 'ISSUED' &&
    certificate.names.some((name) => certificateCovers(name, domain));
  if (!covered)
    throw invalidArgument(
      `The distribution ${distribution.id} has no valid certificate that covers the domain ${domain}.`,
    );
}
