import type { CreateInvalidationRequest, CreateInvalidationResult } from '@aws-sdk/client-cloudfront';
import { newInvalidationId } from '../../ids';
import type { Operation } from '../../operation';
import { propagateInvalidation } from '../../propagation';
import type { Invalidation, World } from '../../world';
import { locationOf } from '../answers';
import { requireQuantities } from '../checks/quantities';
import { missingBody } from '../failures';
import { requireDistribution } from '../find';
import { batchAlreadyExists } from './failures';
import { invalidationOutput, invalidationsOf, needOnItsDistribution } from './invalidation';
import { requirePaths, requireRoom } from './paths';

/** Told twice with one CallerReference and the same paths, CloudFront answers with the invalidation of before. */
export const createInvalidation: Operation<CreateInvalidationRequest, CreateInvalidationResult> = {
  service: 'cloudfront',
  name: 'CreateInvalidation',
  needs: needOnItsDistribution('CreateInvalidation'),
  perform(world, { DistributionId, InvalidationBatch: batch }, caller) {
    const { id } = requireDistribution(world, caller, DistributionId);
    if (!batch?.Paths) throw missingBody();
    requireQuantities(batch, 'InvalidationBatch');
    const { CallerReference = '', Paths } = batch;
    const paths = Paths.Items ?? [];
    requirePaths(paths);
    const before = invalidationsOf(world, id).find((each) => each.callerReference === CallerReference);
    if (before && !isSame(before.paths, paths)) throw batchAlreadyExists(CallerReference);
    if (!before) requireRoom(world, id, paths);
    const invalidation = before ?? add(world, id, CallerReference, paths);
    return {
      Location: locationOf(`distribution/${id}/invalidation/${invalidation.id}`),
      Invalidation: invalidationOutput(world, invalidation),
    };
  },
};

function add(
  world: World,
  distributionId: string,
  callerReference: string,
  paths: readonly string[],
): Invalidation {
  const invalidation = {
    id: newInvalidationId(world),
    distributionId,
    callerReference,
    paths,
    createdAt: world.now,
    ...propagateInvalidation(world, distributionId, paths),
  };
  world.invalidations.set(invalidation.id, invalidation);
  return invalidation;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((path) => other.includes(path));
