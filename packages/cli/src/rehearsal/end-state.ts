import type { Stack, World } from '@cutover/local-aws';

type Distribution = World['distributions'] extends ReadonlyMap<string, infer D> ? D : never;

export const migrationType = 'AwsCommunity::CloudFront::AliasMigration';

interface Migration {
  readonly Aliases?: readonly string[];
  readonly Target?: { readonly DistributionId?: string };
  readonly PlanOnly?: boolean;
}

export const siteType = 'AwsCommunity::Redirect::Site';

interface Site {
  readonly Sites?: readonly { readonly Hosts?: readonly string[] }[];
}

/**
 * What the templates of complete stacks ask for and the world does not have, one sentence each. The world's own
 * registry of aliases is asked, not the handler's word.
 */
export function misplacedAliases(world: World, stacks: readonly Stack[]): string[] {
  return stacks
    .filter(({ status }) => status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE')
    .flatMap((stack) => [...stack.resources.values()])
    .flatMap(({ type, logicalId, properties }) => {
      if (type === migrationType) return misplacedBy(world, logicalId, properties as Migration);
      return type === siteType ? unservedBy(world, logicalId, properties as Site) : [];
    });
}

function misplacedBy(world: World, logicalId: string, { Aliases, Target, PlanOnly }: Migration): string[] {
  if (PlanOnly) return [];
  return (Aliases ?? [])
    .filter((alias) => holderOf(world, alias)?.id !== Target?.DistributionId)
    .map(
      (alias) =>
        `${logicalId} asks for ${alias} on ${Target?.DistributionId}, but ${holderOf(world, alias)?.id ?? 'no distribution'} holds it`,
    );
}

/** Every host of a site is on a distribution whose default behaviour runs a function. */
const unservedBy = (world: World, logicalId: string, { Sites = [] }: Site): string[] =>
  Sites.flatMap(({ Hosts = [] }) => Hosts)
    .filter((host) => !holderOf(world, host)?.config.DefaultCacheBehavior?.FunctionAssociations?.Quantity)
    .map((host) => `${logicalId} asks for redirects of ${host}, but no distribution with a function has it`);

const holderOf = (world: World, alias: string): Distribution | undefined =>
  [...world.distributions.values()].find(({ config }) => config.Aliases?.Items?.includes(alias));
