import { isDeployed } from './propagation';
import type { Distribution, World } from './world';

export type DistributionStatus = 'InProgress' | 'Deployed';

/** The word that GetDistribution answers. */
export const statusOf = (world: World, distribution: Distribution): DistributionStatus =>
  isDeployed(world, distribution) ? 'Deployed' : 'InProgress';
