import type { Request } from '../world/operation';
import type { Distribution, World } from '../world/world';

interface Naming {
  readonly Id?: string;
  readonly TargetDistributionId?: string;
  readonly TargetResource?: { readonly DistributionId?: string };
}

/** The distribution that a call of CloudFront is about; that of a move is the target. */
export function namedDistribution(world: World, { input }: Request): Distribution | undefined {
  const { Id, TargetDistributionId, TargetResource } = input as Naming;
  return world.distributions.get(Id ?? TargetDistributionId ?? TargetResource?.DistributionId ?? '');
}
