import type { Stack, World } from '@cutover/local-aws';

export const migrationType = 'AwsCommunity::CloudFront::AliasMigration';

interface Migration {
  readonly Aliases?: readonly string[];
  readonly Target?: { readonly DistributionId?: string };
  readonly PlanOnly?: boolean;
}

/**
 * What the templates of complete stacks ask for and the world does not have, one sentence each. The world's own
 * registry of aliases is asked, not the handler's word.
 */
export function misplacedAliases(world: World, stacks: readonly Stack[]): string[] {
  return stacks
    .filter(({ status }) => status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE')
    .flatMap((stack) => [...stack.resources.values()].filter(({ type }) => type === migrationType))
    .flatMap(({ logicalId, properties }) => misplacedBy(world, logicalId, properties as Migration));
}

function misplacedBy(world: World, logicalId: string, { Aliases, Target, PlanOnly }: Migration): string[] {
  if (PlanOnly) return [];
  return (Aliases ?? [])
    .filter((alias) => holderOf(world, alias) !== Target?.DistributionId)
    .map(
      (alias) =>
        `${logicalId} asks for ${alias} on ${Target?.DistributionId}, but ${holderOf(world, alias) ?? 'no distribution'} holds it`,
    );
}

const holderOf = (world: World, alias: string): string | undefined =>
  [...world.distributions.values()].find(({ config }) => config.Aliases?.Items?.includes(alias))?.id;
