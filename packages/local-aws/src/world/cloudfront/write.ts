import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import { distributionArn } from '../arns';
import { newDistributionId, newDomainName, newEtag } from '../ids';
import { propagate } from '../propagation';
import type { Distribution, World } from '../world';
import { aliasesOf, holdUntilDeployed, recordOwners } from './registry';

/**
 * The only places where distributions change. Everything has been checked when they are called: none of them can
 * fail half way.
 */

/** @param config with defaults filled in */
export function addDistribution(
  world: World,
  accountId: string,
  config: DistributionConfig,
  tags: Distribution['tags'],
): Distribution {
  const id = newDistributionId(world);
  const distribution: Distribution = {
    id,
    arn: distributionArn(accountId, id),
    accountId,
    domainName: newDomainName(world),
    config,
    etag: newEtag(world),
    lastModifiedAt: world.now,
    entry: 0,
    deployedAt: world.now,
    tags,
  };
  world.distributions.set(id, distribution);
  propagate(world, [distribution]);
  recordOwners(world, distribution, [], aliasesOf(config));
  return distribution;
}

/**
 * Gives distributions their next configurations at one instant: a new ETag for each, all InProgress, and one entry
 * for the edges, so that no edge ever sees one of the changes without the other.
 */
export function writeConfigs(
  world: World,
  writes: readonly { readonly distribution: Distribution; readonly config: DistributionConfig }[],
): void {
  const changes = writes.map(({ distribution, config }) => ({
    distribution,
    before: aliasesOf(distribution.config),
    after: aliasesOf(config),
  }));
  for (const { distribution, config } of writes) {
    const { config: previous, etag, lastModifiedAt } = distribution;
    distribution.previous = { config: previous, etag, lastModifiedAt };
    distribution.config = config;
    distribution.etag = newEtag(world);
    distribution.lastModifiedAt = world.now;
  }
  propagate(
    world,
    writes.map(({ distribution }) => distribution),
  );
  const kept = new Set(changes.flatMap(({ after }) => after));
  for (const { distribution, before, after } of changes) {
    // A name that goes from one to the other in the same write never was without an owner.
    const gone = before.filter((alias) => !kept.has(alias));
    recordOwners(world, distribution, [...gone, ...after.filter((alias) => before.includes(alias))], after);
    holdUntilDeployed(world, distribution.id, gone, distribution.deployedAt);
  }
}
