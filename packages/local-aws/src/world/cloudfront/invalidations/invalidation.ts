import type { Invalidation as InvalidationOutput } from '@aws-sdk/client-cloudfront';
import type { Caller } from '../../operation';
import type { Invalidation, World } from '../../world';
import { needOnDistribution } from '../find';

/** In order of creation. */
export const invalidationsOf = (world: World, distributionId: string): Invalidation[] =>
  [...world.invalidations.values()].filter((each) => each.distributionId === distributionId);

/** Completed when every edge has forgotten, those that are not modelled one by one too. */
export const statusOf = (world: World, { entry, completedAt }: Invalidation): 'InProgress' | 'Completed' => {
  const isUnderWay = world.edges.some(({ queue }) => queue[0] !== undefined && queue[0].number <= entry);
  return isUnderWay || world.now < completedAt ? 'InProgress' : 'Completed';
};

export const inProgress = (world: World, distributionId: string): Invalidation[] =>
  invalidationsOf(world, distributionId).filter((each) => statusOf(world, each) === 'InProgress');

export const invalidationOutput = (world: World, invalidation: Invalidation): InvalidationOutput => ({
  Id: invalidation.id,
  Status: statusOf(world, invalidation),
  CreateTime: new Date(invalidation.createdAt),
  InvalidationBatch: {
    CallerReference: invalidation.callerReference,
    Paths: { Quantity: invalidation.paths.length, Items: [...invalidation.paths] },
  },
});

/** Invalidations are no resource of IAM's: what is done to one is done to its distribution. */
export const needOnItsDistribution =
  (action: string) =>
  ({ DistributionId }: { readonly DistributionId: string | undefined }, world: World, caller: Caller) =>
    needOnDistribution(action)({ Id: DistributionId }, world, caller);
