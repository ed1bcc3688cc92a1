import type { DistributionConfig } from '@aws-sdk/client-cloudfront';
import type { Distribution, World } from '../world';

const none: readonly string[] = [];

export const aliasesOf = (config: DistributionConfig | undefined): readonly string[] =>
  config?.Aliases?.Items ?? none;

/** The same configuration with other aliases: the only edit that CloudFront makes by itself, in a move. */
export const withAliases = (config: DistributionConfig, aliases: readonly string[]): DistributionConfig => ({
  ...config,
  Aliases: aliases.length ? { Quantity: aliases.length, Items: [...aliases] } : { Quantity: 0 },
});

/**
 * The distribution that lists this exact name, in any account, enabled or not: a disabled one still holds its names.
 * `*.example.com` and `a.example.com` are different names.
 */
export function holderOf(world: World, alias: string): Distribution | undefined {
  for (const distribution of world.distributions.values()) {
    if (aliasesOf(distribution.config).includes(alias)) return distribution;
  }
  return undefined;
}

/** The id of what keeps others from claiming a name: its holder, or one that gave it up but has not deployed that. */
export function claimantOf(world: World, alias: string): string | undefined {
  const leaving = world.leavingAliases.get(alias);
  if (leaving && leaving.freeAt > world.now) return leaving.distributionId;
  return holderOf(world, alias)?.id;
}

/** Writes into the judge's history what an accepted change of a distribution's aliases means for their owners. */
export function recordOwners(
  world: World,
  distribution: Distribution,
  before: readonly string[],
  after: readonly string[],
): void {
  for (const alias of before) {
    if (!after.includes(alias)) world.ownerHistory.push({ at: world.now, alias, distributionId: undefined });
  }
  for (const alias of after) {
    if (before.includes(alias)) continue;
    world.leavingAliases.delete(alias);
    world.ownerHistory.push({ at: world.now, alias, distributionId: distribution.id });
  }
}

/**
 * One field note saw a name free as soon as its removal was accepted, an AWS article says to wait for Deployed:
 * the knob `releaseAt` decides. Call it once the removal is on its way to the edges.
 */
export function holdUntilDeployed(
  world: World,
  distributionId: string,
  removed: readonly string[],
  deployedAt: number,
): void {
  if (world.knobs.releaseAt === 'accept') return;
  for (const alias of removed) world.leavingAliases.set(alias, { distributionId, freeAt: deployedAt });
}
